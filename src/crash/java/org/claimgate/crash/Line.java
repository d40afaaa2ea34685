package org.claimgate.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The line between gateway and partner, byte by byte. Asked to, it stops in the middle of a transfer: the connection that
 * has carried so many bytes one way carries nothing more, until it is reset or its ends give up.
 */
final class Line implements AutoCloseable {

    /** Which way a transfer goes. */
    enum Way {
        UP,
        DOWN
    }

    /** A stop that was asked for: the first connection that carries so much from then on comes to it. */
    private record Stop(Way way, long bytes, CountDownLatch reached) {}

    private static final int PIECE = 4096;

    private final ServerSocket door;
    private final int partnerPort;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Stop stop;

    Line(int partnerPort) {
        try {
            this.partnerPort = partnerPort;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("line", this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Asks for one connection to stop when it has carried so many bytes one way. */
    void stopAfter(Way way, long bytes) {
        stop = new Stop(way, bytes, new CountDownLatch(1));
    }

    /** Waits until a connection has come to the stop that was asked for. */
    boolean hasStopped(Duration time) {
        try {
            return stop.reached().await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Resets (RST) every connection. */
    void reset() {
        connections.forEach(Connection::reset);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Connection connection = new Connection(door.accept());
                connections.add(connection);
                run("line-up", () -> connection.carry(Way.UP));
                run("line-down", () -> connection.carry(Way.DOWN));
            } catch (IOException e) {
                // The partner's server is down, or the door was closed: who called finds the connection closed.
                continue;
            }
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Connection {

        private final Socket gateway;
        private final Socket partner;
        private volatile boolean stopped;

        Connection(Socket gateway) throws IOException {
            this.gateway = gateway;
            try {
                this.partner = new Socket(InetAddress.getLoopbackAddress(), partnerPort);
            } catch (IOException e) {
                gateway.close();
                throw e;
            }
        }

        void carry(Way way) {
            Socket from = way == Way.UP ? gateway : partner;
            Socket to = way == Way.UP ? partner : gateway;
            byte[] piece = new byte[PIECE];
            long carried = 0;
            Stop counted = null;
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    if (!stopped) {
                        out.write(piece, 0, read);
                        Stop asked = stop;
                        carried = Objects.equals(asked, counted) ? carried + read : read;
                        counted = asked;
                        stopIfAsked(asked, way, carried);
                    }
                }
                hangUp();
            } catch (IOException e) {
                hangUp();
            }
        }

        private void stopIfAsked(Stop asked, Way way, long carried) {
            if (asked != null
                    && asked.way() == way
                    && carried >= asked.bytes()
                    && asked.reached().getCount() > 0) {
                stopped = true;
                asked.reached().countDown();
            }
        }

        void reset() {
            try {
                gateway.setSoLinger(true, 0);
                partner.setSoLinger(true, 0);
            } catch (IOException e) {
                // One of them is closed already, and the other is closed below.
                hangUp();
                return;
            }
            hangUp();
        }

        private void hangUp() {
            connections.remove(this);
            try (gateway;
                    partner) {
                stopped = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
