package org.claimgate.camel;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelSubsystem;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * A file that is made only when there is none of its name, which the SFTP library cannot ask for: the few messages of SFTP
 * version 3 (draft-ietf-secsh-filexfer-02) that open, write and close one, in a channel of their own.
 */
final class ExclusiveFile {

    private static final int INIT = 1;
    private static final int OPEN = 3;
    private static final int CLOSE = 4;
    private static final int WRITE = 6;
    private static final int STATUS = 101;
    private static final int HANDLE = 102;

    private static final int VERSION = 3;
    private static final int WRITE_CREATE_EXCLUSIVE = 0x02 | 0x08 | 0x20;
    private static final int OK = 0;
    private static final int PIECE = 32 * 1024;
    private static final int UNANSWERED = 32;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Channel channel;
    private final DataOutputStream out;
    private final DataInputStream in;
    private byte[] handle;
    private int unanswered;

    private ExclusiveFile(Channel channel) throws IOException {
        this.channel = channel;
        this.out = new DataOutputStream(channel.getOutputStream());
        this.in = new DataInputStream(channel.getInputStream());
    }

    /**
     * Makes a file.
     *
     * @return empty when the server refuses with the code that it also uses for a name that is taken
     * @throws GenericFileOperationFailedException when it refuses otherwise, or the line breaks
     */
    static Optional<ExclusiveFile> open(Session session, String path) {
        Channel channel = null;
        boolean opened = false;
        try {
            ChannelSubsystem subsystem = (ChannelSubsystem) session.openChannel("subsystem");
            channel = subsystem;
            subsystem.setSubsystem("sftp");
            ExclusiveFile file = new ExclusiveFile(subsystem);
            subsystem.connect();
            opened = file.open(path);
            return opened ? Optional.of(file) : Optional.empty();
        } catch (JSchException | SftpException | IOException e) {
            throw failed(e);
        } finally {
            if (channel != null && !opened) {
                channel.disconnect();
            }
        }
    }

    /** Writes all of it and returns when the server has confirmed each piece, and the end. */
    void write(InputStream content) {
        try {
            long at = 0;
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                awaitRoom(UNANSWERED - 1);
                send(WRITE, message(handle).writeLong(at).writeInt(piece.length).write(piece));
                at += piece.length;
                unanswered++;
            }
            awaitRoom(0);
            send(CLOSE, message(handle));
            requireOk();
        } catch (SftpException | IOException e) {
            throw failed(e);
        } finally {
            channel.disconnect();
        }
    }

    private boolean open(String path) throws IOException, SftpException {
        send(INIT, new Body().writeInt(VERSION));
        receive();
        Body request = message(path.getBytes(StandardCharsets.UTF_8));
        send(OPEN, request.writeInt(WRITE_CREATE_EXCLUSIVE).writeInt(0));
        Answer answer = receive();
        if (answer.type() == HANDLE) {
            answer.body().readInt();
            handle = answer.body().readNBytes(answer.body().readInt());
            return true;
        }
        SftpException refusal = new SftpException(answer.status(), "open");
        if (SftpFailures.mayMeanNameTaken(refusal)) {
            return false;
        }
        throw refusal;
    }

    private void awaitRoom(int most) throws IOException, SftpException {
        while (unanswered > most) {
            requireOk();
            unanswered--;
        }
    }

    private void requireOk() throws IOException, SftpException {
        int code = receive().status();
        if (code != OK) {
            throw new SftpException(code, "write");
        }
    }

    private void send(int type, Body body) throws IOException {
        byte[] bytes = body.bytes();
        out.writeInt(bytes.length + 1);
        out.writeByte(type);
        out.write(bytes);
        out.flush();
    }

    private Answer receive() throws IOException {
        int length = in.readInt();
        if (length < 1 || length > LONGEST_ANSWER) {
            throw new IOException("an answer of " + length + " bytes");
        }
        int type = in.readUnsignedByte();
        byte[] bytes = in.readNBytes(length - 1);
        return new Answer(type, new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** A request's number, always the same one, since answers are only counted; then a text. */
    private static Body message(byte[] text) throws IOException {
        return new Body().writeInt(0).writeInt(text.length).write(text);
    }

    private static GenericFileOperationFailedException failed(Exception e) {
        return new GenericFileOperationFailedException("Cannot write a new file", e);
    }

    private record Answer(int type, DataInputStream body) {

        private int status() throws IOException {
            if (type != STATUS) {
                throw new IOException("an answer of type " + type);
            }
            body.readInt();
            return body.readInt();
        }
    }

    private static final class Body {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        private Body writeInt(int value) throws IOException {
            out.writeInt(value);
            return this;
        }

        private Body writeLong(long value) throws IOException {
            out.writeLong(value);
            return this;
        }

        private Body write(byte[] value) throws IOException {
            out.write(value);
            return this;
        }

        private byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
