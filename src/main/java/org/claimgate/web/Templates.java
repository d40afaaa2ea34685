package org.claimgate.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The templates of src/main/resources/web. Everything put into them is escaped. Safe for concurrent use. */
final class Templates {

    private final PebbleEngine engine;
    private final String version;

    Templates(String version) {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("web");
        loader.setSuffix(".peb");
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new Words())
                .strictVariables(true)
                .defaultLocale(Locale.ENGLISH)
                .build();
        this.version = version;
    }

    String render(String template, Instant now, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("now", now);
        all.put("version", version);
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(out, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
