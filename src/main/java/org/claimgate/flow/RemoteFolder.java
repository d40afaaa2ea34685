package org.claimgate.flow;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The port to a partner's drop folder: one session, opened by the first call. A name is a plain file name of that folder, or one
 * with another folder and a slash before it. Every call ends in bounded time, and throws a {@link RemoteFailure} when its
 * effect is not certain.
 */
public interface RemoteFolder extends AutoCloseable {

    /** Writes a new file, whole, and returns when the server has confirmed all of it. */
    void storeNew(String name, InputStream content);

    /**
     * Makes a new file, empty as yet, that was not there before.
     *
     * @return empty when the server refuses because there is a file of that name
     */
    Optional<NewFile> create(String name);

    /** The size of a file; empty when the folder has been listed to its end without it. */
    OptionalLong size(String name);

    /**
     * Gives a file another name. Whether the server would overwrite is not known: ask for the target's size before.
     *
     * @return false when the server did not rename and has no file of that name
     */
    boolean rename(String from, String to);

    /** Removes a file; nothing happens when there is none, or when the server does not let us. */
    void delete(String name);

    /** SHA-256 of a file's content, hexadecimal; empty when the server does not let us read it. */
    Optional<String> sha256(String name);

    /** Gives the session back. Never throws. */
    @Override
    void close();

    /** A file that has been made and not been written. */
    interface NewFile {

        /** Writes it whole and returns when the server has confirmed all of it. Once only. */
        void write(InputStream content);
    }
}
