package org.claimgate.response;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Short texts for well-known codes, in our own words; a code without a text is shown as it is. */
final class CodeTexts {

    private static final Properties TEXTS = load();

    private CodeTexts() {}

    /** @param family the element that carries the code: TA105, IK304, IK403, IK502, AK905, CLP02 */
    static String of(String family, String code) {
        return TEXTS.getProperty(family + "." + code, "code " + code);
    }

    static boolean known(String family, String code) {
        return TEXTS.containsKey(family + "." + code);
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (InputStream in = CodeTexts.class.getResourceAsStream("codes.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of code texts cannot be read", e);
        }
        return texts;
    }
}
