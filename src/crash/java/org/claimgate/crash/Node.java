package org.claimgate.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.flow.Failpoint;

/** A gateway of a site: its process may come and go. Ports and watched folder are its own, everything else is the site's. */
final class Node implements AutoCloseable {

    private final String name;
    private final Jvm jvm;
    private final Path folder;
    private final Map<String, String> settings;
    private final Map<String, String> own = new LinkedHashMap<>();
    private Child process;

    /**
     * @param folder the site's
     * @param settings the site's
     */
    Node(String name, Jvm jvm, Path folder, Map<String, String> settings) {
        this.name = name;
        this.jvm = jvm;
        this.folder = folder;
        this.settings = settings;
        own.put("claimgate.intake.folder", intakeFolder().toString());
        own.put("claimgate.http.port", String.valueOf(Site.freePort()));
        own.put("claimgate.management.port", String.valueOf(Site.freePort()));
    }

    /** Where its API is. */
    String apiUrl() {
        return "http://127.0.0.1:" + own.get("claimgate.http.port");
    }

    /** Starts it and does not wait. */
    void launch() {
        List<String> options = new ArrayList<>();
        settings.forEach((setting, value) -> options.add("-D" + setting + "=" + value));
        own.forEach((setting, value) -> options.add("-D" + setting + "=" + value));
        process = Child.start(name, jvm.command(options, GatewayProcess.class), folder.resolve(name + ".log"));
    }

    /** Waits until it takes claims in. */
    void awaitStarted() {
        process.expect("gateway: running", Site.PATIENCE);
    }

    /** Asks it to stand still at a failpoint, the next time that it comes there. */
    void standStillAt(Failpoint failpoint) {
        process.tell(Orders.standStillAt(failpoint));
    }

    boolean standsStillAt(Failpoint failpoint, Duration time) {
        return process.awaits(Standstill.REACHED + failpoint, time);
    }

    void goOn() {
        process.tell(Orders.goOn());
    }

    /** @param ahead of the machine's time */
    void jump(Duration ahead) {
        process.tell(Orders.jump(ahead));
    }

    /** No file that it writes can be longer from now on. */
    void limitFiles(long bytes) {
        process.limitFiles(bytes);
    }

    /** The process as a whole stands still, and does not know it. */
    void pause() {
        process.pause();
    }

    void resume() {
        process.resume();
    }

    /** Lets it alone for so long, whether it runs yet or not. */
    void lives(Duration time) {
        process.lives(time);
    }

    /** As its operator would. */
    void end() {
        process.end();
    }

    void kill() {
        process.kill();
    }

    /** Waits until it ends by itself, having said these words, and answers with what status. */
    int endsSaying(String words) {
        process.expect(words, Site.PATIENCE);
        return process.ends(Site.PATIENCE);
    }

    String name() {
        return name;
    }

    /** Whether a name in the ledger is this process's. */
    boolean is(String node) {
        return node.contains("-" + process.pid() + "-");
    }

    Path intakeFolder() {
        return folder.resolve(name + "-intake");
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
