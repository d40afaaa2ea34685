package org.claimgate.camel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.claimgate.flow.RemoteFolder;

/** A partner's folder, and the death of our process before, in the middle of, or after one of the calls to it. */
final class DyingFolder implements RemoteFolder {

    /** When in a call; the middle is that of a transfer. */
    enum Moment {
        BEFORE,
        MIDDLE,
        AFTER
    }

    /** What no step catches. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final RemoteFolder folder;
    private final Moment moment;
    private int callsLeft;

    /** @param call the number of the call, from 1 */
    DyingFolder(RemoteFolder folder, int call, Moment moment) {
        this.folder = folder;
        this.callsLeft = call;
        this.moment = moment;
    }

    @Override
    public void storeNew(String name, InputStream content) {
        transfer(content, bytes -> folder.storeNew(name, bytes));
    }

    @Override
    public Optional<NewFile> create(String name) {
        return call(() -> folder.create(name)).map(file -> content -> transfer(content, file::write));
    }

    @Override
    public OptionalLong size(String name) {
        return call(() -> folder.size(name));
    }

    @Override
    public boolean rename(String from, String to) {
        return call(() -> folder.rename(from, to));
    }

    @Override
    public void delete(String name) {
        call(() -> {
            folder.delete(name);
            return true;
        });
    }

    @Override
    public Optional<String> sha256(String name) {
        return call(() -> folder.sha256(name));
    }

    @Override
    public void close() {
        folder.close();
    }

    private void transfer(InputStream content, NewFile file) {
        boolean dies = callsLeft == 1 && moment == Moment.MIDDLE;
        call(() -> {
            file.write(dies ? cut(content) : content);
            return true;
        });
    }

    private <T> T call(Supplier<T> call) {
        callsLeft--;
        dieAt(Moment.BEFORE);
        T result = call.get();
        dieAt(Moment.AFTER);
        return result;
    }

    private void dieAt(Moment now) {
        if (callsLeft == 0 && moment == now) {
            throw new Death();
        }
    }

    /** Some of it, and then death. */
    private static InputStream cut(InputStream content) {
        try {
            return new SequenceInputStream(new ByteArrayInputStream(content.readNBytes(40_000)), new InputStream() {
                @Override
                public int read() {
                    throw new Death();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
