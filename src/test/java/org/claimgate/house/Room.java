package org.claimgate.house;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the package table.
 *
 * @param name package below {@code org.claimgate}
 * @param rooms packages of ours that it may import
 * @param libraries package prefixes outside the JDK (and the JDK's databases) that it may import
 */
record Room(String name, Set<String> rooms, List<String> libraries) {

    static Room room(String name) {
        return new Room(name, Set.of(), List.of());
    }

    Room mayImport(String... names) {
        return new Room(name, Set.of(names), libraries);
    }

    Room mayUse(String... prefixes) {
        return new Room(name, rooms, List.of(prefixes));
    }

    /** Whether a class of this room may import the class of that full name. */
    boolean allows(String imported) {
        return isPlainJdk(imported) || roomOf(imported).map(this::mayEnter).orElseGet(() -> mayUseLibrary(imported));
    }

    private boolean mayEnter(String other) {
        return other.equals(name) || rooms.contains(other);
    }

    private boolean mayUseLibrary(String imported) {
        return libraries.stream().anyMatch(prefix -> imported.startsWith(prefix + "."));
    }

    /** The room a class of ours stands in; empty for the classes of others. */
    static Optional<String> roomOf(String className) {
        String base = "org.claimgate.";
        if (!className.startsWith(base)) {
            return Optional.empty();
        }
        String rest = className.substring(base.length());
        return Optional.of(rest.substring(0, rest.indexOf('.')));
    }

    /** The JDK without its SQL, logging and user-interface parts, which a room must be given by name. */
    private static boolean isPlainJdk(String className) {
        return (className.startsWith("java.")
                        && !className.startsWith("java.sql.")
                        && !className.startsWith("java.util.logging."))
                || className.startsWith("javax.crypto.")
                || className.startsWith("javax.net.");
    }
}
