package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files of a running gateway in words: one field a line, then what people did. */
final class ShownFiles {

    private final RunningGateway gateway;

    ShownFiles(RunningGateway gateway) {
        this.gateway = gateway;
    }

    int print(String path, String file) throws InterruptedException {
        String name = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        return gateway.client()
                .find(path + name)
                .map(answer -> {
                    gateway.print(answer, (files, out) -> files.forEach(one -> print(one, out)));
                    return Exit.GOOD;
                })
                .orElseGet(() -> gateway.complain("there is no file '" + file + "'"));
    }

    private static void print(JsonNode file, PrintWriter out) {
        file.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                out.printf("%-26s%s%n", field.getKey(), field.getValue().asText());
            }
        });
        file.path("acts")
                .forEach(act -> out.printf(
                        "%s  %s by %s: %s%n",
                        act.path("at").asText(),
                        act.path("act").asText(),
                        act.path("who").asText(),
                        act.path("reason").asText()));
        out.println();
    }
}
