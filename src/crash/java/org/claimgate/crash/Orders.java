package org.claimgate.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.claimgate.flow.Failpoint;

/** What the harness tells a gateway on its standard input. */
final class Orders {

    private static final String AT = "at ";
    private static final String GO_ON = "go on";
    private static final String JUMP = "jump ";

    private final JumpingClock clock;

    Orders(JumpingClock clock) {
        this.clock = clock;
    }

    static String standStillAt(Failpoint failpoint) {
        return AT + failpoint;
    }

    static String goOn() {
        return GO_ON;
    }

    /** @param ahead of the machine's time */
    static String jump(Duration ahead) {
        return JUMP + ahead;
    }

    /** Obeys for as long as the process lives. */
    void listen() {
        Thread thread = new Thread(this::obey, "orders");
        thread.setDaemon(true);
        thread.start();
    }

    private void obey() {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                obey(order);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void obey(String order) {
        if (order.equals(GO_ON)) {
            Standstill.goOn();
        } else if (order.startsWith(JUMP)) {
            clock.jump(Duration.parse(order.substring(JUMP.length())));
        } else {
            Standstill.at(Failpoint.valueOf(order.substring(AT.length())));
        }
    }
}
