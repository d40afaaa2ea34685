package org.claimgate.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** A command that was run inside this process, whose guides are loaded once: its exit code and what it wrote. */
record CommandRun(int exit, String out, String err) {

    private static final Home HOME = Home.find();

    static CommandRun of(String... arguments) {
        return withInput("", arguments);
    }

    static CommandRun withInput(String input, String... arguments) {
        InputStream in = System.in;
        PrintStream standardOut = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringWriter printed = new StringWriter();
        StringWriter err = new StringWriter();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            CommandLine program = Claimgate.commandLine(HOME);
            int exit = program.setOut(new PrintWriter(printed))
                    .setErr(new PrintWriter(err))
                    .execute(arguments);
            return new CommandRun(exit, printed + bytes.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setIn(in);
            System.setOut(standardOut);
        }
    }
}
