package org.claimgate.camel;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.ProxyHTTP;
import com.jcraft.jsch.ProxySOCKS5;
import com.jcraft.jsch.SocketFactory;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.claimgate.partner.Partner;
import org.claimgate.partner.SftpAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TCP line under one SFTP session, straight or through the partner's proxy. It can be cut by anybody, and counts what is moved. A
 * session closes its line whenever its own thread comes to its end, so no two sessions share one.
 */
final class CuttableLine implements Proxy {

    private static final Logger LOG = LoggerFactory.getLogger(CuttableLine.class);

    private final Partner partner;
    private final Watchdog watchdog;
    private final AtomicLong moved = new AtomicLong();
    private volatile Socket socket;

    CuttableLine(Partner partner, Watchdog watchdog) {
        this.partner = partner;
        this.watchdog = watchdog;
    }

    Partner partner() {
        return partner;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /** Another line to the same partner. */
    CuttableLine another() {
        return new CuttableLine(partner, watchdog);
    }

    /** Bytes in both directions so far. */
    long moved() {
        return moved.get();
    }

    @Override
    public void connect(SocketFactory ignored, String host, int port, int timeoutMillis) throws Exception {
        SftpAccount.Proxy proxy = partner.sftp().proxy();
        if (proxy == null) {
            open(host, port, timeoutMillis);
        } else {
            hop(proxy).connect(new Opening(timeoutMillis), host, port, timeoutMillis);
        }
    }

    @Override
    public InputStream getInputStream() {
        return stream(() -> new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                moved.addAndGet(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                moved.addAndGet(Math.max(0, read));
                return read;
            }
        });
    }

    @Override
    public OutputStream getOutputStream() {
        return stream(() -> new FilterOutputStream(socket.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                moved.addAndGet(length);
            }
        });
    }

    @Override
    public Socket getSocket() {
        return socket;
    }

    @Override
    public void close() {
        Socket line = socket;
        if (line != null) {
            closeQuietly(line);
        }
    }

    private Socket open(String host, int port, int timeoutMillis) throws IOException {
        Socket line = new Socket();
        socket = line;
        line.connect(new InetSocketAddress(host, port), timeoutMillis);
        line.setTcpNoDelay(true);
        return line;
    }

    private static Proxy hop(SftpAccount.Proxy proxy) {
        return switch (proxy.type()) {
            case HTTP -> {
                ProxyHTTP hop = new ProxyHTTP(proxy.host(), proxy.port());
                hop.setUserPasswd(proxy.user(), proxy.password());
                yield hop;
            }
            case SOCKS5 -> {
                ProxySOCKS5 hop = new ProxySOCKS5(proxy.host(), proxy.port());
                hop.setUserPasswd(proxy.user(), proxy.password());
                yield hop;
            }
        };
    }

    private static void closeQuietly(Socket line) {
        try {
            line.close();
        } catch (IOException e) {
            LOG.debug("A line that is given up did not close cleanly", e);
        }
    }

    private static <T> T stream(Stream<T> stream) {
        try {
            return stream.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Stream<T> {
        T open() throws IOException;
    }

    /** Opens the line to the proxy, so that it can be cut while the proxy is being talked to. */
    private final class Opening implements SocketFactory {

        private final int timeoutMillis;

        Opening(int timeoutMillis) {
            this.timeoutMillis = timeoutMillis;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return open(host, port, timeoutMillis);
        }

        @Override
        public InputStream getInputStream(Socket line) throws IOException {
            return line.getInputStream();
        }

        @Override
        public OutputStream getOutputStream(Socket line) throws IOException {
            return line.getOutputStream();
        }
    }
}
