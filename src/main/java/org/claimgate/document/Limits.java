package org.claimgate.document;

import java.time.Duration;
import org.claimgate.yaml.YamlObject;

/**
 * What a document may cost.
 *
 * @param bytes of the document
 * @param line bytes of its longest line
 * @param depth of elements or objects inside one another
 * @param values elements or JSON values altogether
 * @param time from the first byte to the last result
 */
record Limits(int bytes, int line, int depth, int values, Duration time) {

    static final Limits USUAL = new Limits(20_000_000, 20_000_000, 50, 2_000_000, Duration.ofSeconds(120));

    private static final int MOST = 1_000_000_000;

    /** @param yaml null for the usual ones */
    static Limits of(YamlObject yaml) {
        if (yaml == null) {
            return USUAL;
        }
        int bytes = yaml.number("bytes", USUAL.bytes, 1, MOST);
        Limits limits = new Limits(
                bytes,
                yaml.number("line", bytes, 1, MOST),
                yaml.number("depth", USUAL.depth, 1, 500),
                yaml.number("values", USUAL.values, 1, MOST),
                Duration.ofSeconds(yaml.number("seconds", (int) USUAL.time.toSeconds(), 1, 3600)));
        yaml.finish();
        return limits;
    }
}
