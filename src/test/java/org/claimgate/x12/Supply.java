package org.claimgate.x12;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Bytes that are made when somebody reads them: what is written here is handed out before more is made. */
final class Supply extends ByteArrayOutputStream {

    private byte[] ready = new byte[0];
    private int position;
    private long handedOut;
    private boolean ended;

    /** Writes more here; false when that was the last. */
    interface Maker {
        boolean make() throws IOException;
    }

    /** Bytes that were read so far. */
    long handedOut() {
        return handedOut;
    }

    /** As {@link java.io.InputStream#read(byte[], int, int)}. */
    int read(byte[] target, int offset, int length, Maker maker) throws IOException {
        while (position == ready.length) {
            if (ended) {
                return -1;
            }
            ended = !maker.make();
            ready = toByteArray();
            reset();
            position = 0;
        }
        int given = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, given);
        position += given;
        handedOut += given;
        return given;
    }
}
