package org.claimgate.sandbox;

import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/**
 * Watches what clients do over SFTP: a rename or a closed upload in {@code outbound} is a file dropped, a removal or a
 * rename out of {@code inbound} is an answer picked up.
 */
final class DropListener implements SftpEventListener {

    private final BiConsumer<String, String> dropped;
    private final Consumer<String> pickedUp;

    /**
     * @param dropped told the user and the name of a file in their outbound folder
     * @param pickedUp told the user whose inbound folder has one file less
     */
    DropListener(BiConsumer<String, String> dropped, Consumer<String> pickedUp) {
        this.dropped = dropped;
        this.pickedUp = pickedUp;
    }

    @Override
    public void moved(
            ServerSession session, Path source, Path target, Collection<CopyOption> options, Throwable failure) {
        if (failure == null) {
            visible(session, target);
            gone(session, source);
        }
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable failure) {
        if (failure == null && handle instanceof FileHandle) {
            visible(session, handle.getFile());
        }
    }

    @Override
    public void removed(ServerSession session, Path path, boolean isDirectory, Throwable failure) {
        if (failure == null) {
            gone(session, path);
        }
    }

    private void visible(ServerSession session, Path path) {
        String name = path.getFileName().toString();
        if (isIn(Mailbox.OUTBOUND, path) && Mailbox.isFinal(name)) {
            dropped.accept(session.getUsername(), name);
        }
    }

    private void gone(ServerSession session, Path path) {
        if (isIn(Mailbox.INBOUND, path)) {
            pickedUp.accept(session.getUsername());
        }
    }

    private static boolean isIn(String folder, Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent != null && parent.toString().equals("/" + folder);
    }
}
