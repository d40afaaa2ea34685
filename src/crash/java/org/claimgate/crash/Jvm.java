package org.claimgate.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How child processes are started. Most of a trial's time is a start, so a first gateway leaves its loaded classes in an
 * archive (class data sharing), from which all later children take them. That needs a class path of nothing but jars.
 */
final class Jvm {

    private final Path archive;
    private final String classPath;

    /** @param folder for the archive and for jars of what is not in one */
    Jvm(Path folder) {
        this.archive = folder.resolve("classes.jsa");
        this.classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> Files.isDirectory(entry) ? pack(entry, folder) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    List<String> command(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx320m", "-Xlog:disable"));
        command.add("-Duser.timezone=UTC");
        command.add(Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive);
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path pack(Path classes, Path folder) {
        Path jar = folder.resolve(classes.getFileName() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            // Folders, too: whoever looks for resources in one asks for it by name.
            for (Path file : files.filter(file -> !file.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + '/' : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
