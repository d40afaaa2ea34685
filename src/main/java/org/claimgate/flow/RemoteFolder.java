package org.claimgate.flow;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The port to a partner's drop folder: one session, opened by the first call. Names are plain file names. Every call ends
 * in bounded time, and throws a {@link RemoteFailure} when its effect is not certain.
 */
public interface RemoteFolder extends AutoCloseable {

    /** Writes a new file, whole, and returns when the server has confirmed all of it. */
    void storeNew(String name, byte[] bytes);

    /** The size of a file; empty when the folder has been listed to its end without it. */
    OptionalLong size(String name);

    /**
     * Gives a file another name. Whether the server would overwrite is not known: ask for the target's size before.
     *
     * @return false when the server did not rename and has no file of that name
     */
    boolean rename(String from, String to);

    /** Removes a file; nothing happens when there is none. */
    void delete(String name);

    /** The content of a file; empty when the server does not let us read it. */
    Optional<byte[]> read(String name);

    /** Ends the session, if there is one. Never throws. */
    @Override
    void close();
}
