package org.claimgate.camel;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plain TCP line under an SFTP session, cut by a watchdog when the session has lived too long. Nothing else ends a session
 * whose server process hangs behind an SSH daemon that still answers keep-alives: JSch waits without bound, and a
 * disconnect from outside waits for the lock of the call that hangs.
 */
final class CuttableLine implements Proxy {

    private static final Logger LOG = LoggerFactory.getLogger(CuttableLine.class);

    private final String partner;
    private final Duration patience;
    private final ScheduledExecutorService watchdog;
    private Socket socket;
    private ScheduledFuture<?> cut;

    CuttableLine(String partner, Duration patience, ScheduledExecutorService watchdog) {
        this.partner = partner;
        this.patience = patience;
        this.watchdog = watchdog;
    }

    @Override
    public synchronized void connect(SocketFactory ignored, String host, int port, int timeoutMillis)
            throws IOException {
        close();
        Socket line = new Socket();
        line.connect(new InetSocketAddress(host, port), timeoutMillis);
        line.setTcpNoDelay(true);
        socket = line;
        cut = watchdog.schedule(() -> cut(line), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized InputStream getInputStream() {
        return stream(() -> socket.getInputStream());
    }

    @Override
    public synchronized OutputStream getOutputStream() {
        return stream(() -> socket.getOutputStream());
    }

    @Override
    public synchronized Socket getSocket() {
        return socket;
    }

    @Override
    public synchronized void close() {
        if (cut != null) {
            cut.cancel(false);
        }
        if (socket != null) {
            closeQuietly(socket);
        }
    }

    private void cut(Socket line) {
        if (!line.isClosed()) {
            LOG.warn("The session with partner {} did not end in {} s and was cut", partner, patience.toSeconds());
            closeQuietly(line);
        }
    }

    private static void closeQuietly(Socket line) {
        try {
            line.close();
        } catch (IOException e) {
            LOG.debug("A line that is given up did not close cleanly", e);
        }
    }

    private interface Opening<T> {
        T open() throws IOException;
    }

    private static <T> T stream(Opening<T> opening) {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
