package org.claimgate.camel;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimgate.partner.SftpAccount.Proxy.Type;

/** A proxy that asks for user and password: HTTP CONNECT (RFC 9110) or SOCKS 5 (RFC 1928, RFC 1929). */
final class TestProxy implements AutoCloseable {

    static final String USER = "outward";
    static final String PASSWORD = "let me out";

    private final Type type;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger passed = new AtomicInteger();

    TestProxy(Type type) {
        this.type = type;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::serve);
    }

    /** The line of a profile. */
    String line(String password) {
        return "proxy: {type: %s, host: 127.0.0.1, port: %d, user: %s, password: \"%s\"}"
                .formatted(type.name().toLowerCase(Locale.ROOT), door.getLocalPort(), USER, password);
    }

    /** How many connections it has let through. */
    int passed() {
        return passed.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> handle(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void handle(Socket client) {
        try (client) {
            Socket server = type == Type.HTTP ? connect(client) : socks(client);
            if (server != null) {
                passed.incrementAndGet();
                threads.execute(() -> pump(server, client));
                pump(client, server);
            }
        } catch (IOException e) {
            // The client went away; so does its connection.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has ended; both are closed.
        }
    }

    private static Socket connect(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        String request = "";
        while (!request.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            request += (char) next;
        }
        String account = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        if (!request.contains("Proxy-Authorization: Basic " + account)) {
            say(client, "HTTP/1.0 407 Proxy Authentication Required\r\n\r\n");
            return null;
        }
        String[] target = request.split(" ")[1].split(":");
        Socket server = new Socket(target[0], Integer.parseInt(target[1]));
        say(client, "HTTP/1.0 200 Connection established\r\n\r\n");
        return server;
    }

    private static Socket socks(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readUnsignedByte();
        in.readNBytes(in.readUnsignedByte());
        out.write(new byte[] {5, 2});
        in.readUnsignedByte();
        String user = text(in);
        boolean known = user.equals(USER) & text(in).equals(PASSWORD);
        out.write(new byte[] {1, (byte) (known ? 0 : 1)});
        if (!known) {
            return null;
        }
        in.readNBytes(4);
        String host = text(in);
        Socket server = new Socket(host, in.readUnsignedShort());
        out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
        return server;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }
}
