package org.claimgate.flow;

import java.util.List;
import java.util.Map;

/** An answer as a file: the segments of its sets in an envelope with right counts. */
final class Answer {

    private static final Map<String, String> GUIDES = Map.of(
            "999", "FA 005010X231A1",
            "277CA", "HN 005010X214",
            "277", "HN 005010X212",
            "835", "HP 005010X221A1");

    private Answer() {}

    /** @param kind TA1, 999, 277CA, 277 or 835 */
    static String of(String kind, int number, List<String> segments) {
        String control = String.format("%09d", number);
        String body = kind.equals("TA1") ? join(segments) : group(kind, number, segments);
        return "ISA*00*          *00*          *ZZ*CLEARINGHOUSE  *ZZ*GATEWAY        *261122*1000*^*00501*" + control
                + "*0*T*:~\n" + body + "IEA*" + (kind.equals("TA1") ? 0 : 1) + "*" + control + "~\n";
    }

    private static String group(String kind, int number, List<String> segments) {
        String[] guide = GUIDES.get(kind).split(" ");
        String transaction = kind.substring(0, 3);
        return "GS*" + guide[0] + "*CH*GATEWAY*20261122*1000*" + number + "*X*" + guide[1] + "~\n" + "ST*" + transaction
                + "*0001*" + guide[1] + "~\n" + join(segments) + "SE*" + (segments.size() + 2) + "*0001~\n" + "GE*1*"
                + number + "~\n";
    }

    private static String join(List<String> segments) {
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append(segment).append('\n'));
        return text.toString();
    }
}
