package org.claimgate.partner;

import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code ${name}}, {@code ${name:default}} and {@code ${env:NAME}} in a value. A system property wins over the given
 * properties; a name that nobody knows and that has no default is refused.
 */
final class Placeholders implements Function<String, String> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]+)(?::([^}]*))?}");

    private final Properties properties;
    private final Map<String, String> environment;

    Placeholders(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public String apply(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match)));
    }

    private String value(MatchResult match) {
        String name = match.group(1);
        if (name.equals("env")) {
            return known(match, environment.get(match.group(2)));
        }
        String value = System.getProperty(name, properties.getProperty(name));
        return known(match, value == null ? match.group(2) : value);
    }

    private static String known(MatchResult match, String value) {
        if (value == null) {
            throw new IllegalArgumentException("nothing is known by the name of " + match.group());
        }
        return value;
    }
}
