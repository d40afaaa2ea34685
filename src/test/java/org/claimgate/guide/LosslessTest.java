package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever a guide allows goes into JSON and comes back as the same segments; what comes back gives the same JSON. */
class LosslessTest {

    /** Files made of each guide in each try: {@code -Dlossless.files=100} for a long run. */
    private static final int FILES = Integer.getInteger("lossless.files", 1);

    /** A file that a guide allows, one segment a line. */
    record Made(Guide guide, String text) {

        @Override
        public String toString() {
            return guide.id() + "\n" + text;
        }
    }

    @Property(tries = 12, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void whatAGuideAllowsComesBackTheSame(@ForAll("files") List<Made> files) {
        for (Made file : files) {
            GuideText.Read read = GuideText.read(file.text);
            assertThat(read.issues()).as("reading %s", file).isEmpty();

            String written = GuideText.write(file.guide, read.documents());
            assertThat(written.lines())
                    .as("writing %s", file)
                    .containsExactlyElementsOf(file.text.lines().toList());

            List<ObjectNode> again = GuideText.read(written).documents();
            assertThat(again).as("reading again %s", file).isEqualTo(read.documents());
        }
    }

    @Provide
    Arbitrary<List<Made>> files() {
        return Arbitraries.randomValue(random -> {
            List<Made> files = new ArrayList<>();
            for (Guide guide : GuideText.GUIDES.all()) {
                for (int i = 0; i < FILES; i++) {
                    files.add(new Made(guide, file(guide, random)));
                }
            }
            return files;
        });
    }

    static String file(Guide guide, Random random) {
        StringBuilder file = new StringBuilder();
        int interchanges = 1 + random.nextInt(2);
        for (int i = 1; i <= interchanges; i++) {
            file.append(interchange(guide, i, random));
        }
        return file.toString();
    }

    private static String interchange(Guide guide, int number, Random random) {
        StringBuilder text = new StringBuilder(String.format(
                "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261122*1200*^*00501*%09d*0*T*:~%n",
                number));
        boolean grouped = !guide.id().equals(guide.transactionSet());
        int groups = grouped ? 1 + random.nextInt(2) : 0;
        for (int i = 1; i <= groups; i++) {
            text.append(group(guide, i, random));
        }
        if (!grouped) {
            MadeSet.of(guide, random).forEach(segment -> text.append(segment).append("~\n"));
        }
        return text.append(String.format("IEA*%d*%09d~%n", groups, number)).toString();
    }

    private static String group(Guide guide, int number, Random random) {
        StringBuilder text = new StringBuilder(String.format(
                "GS*%s*SENDER*RECEIVER*20261122*1200*%d*X*%s~%n", guide.functionalIdentifier(), number, guide.id()));
        int sets = 1 + random.nextInt(2);
        for (int i = 1; i <= sets; i++) {
            List<String> segments = MadeSet.of(guide, random);
            text.append(String.format("ST*%s*%04d*%s~%n", guide.transactionSet(), i, guide.id()));
            segments.forEach(segment -> text.append(segment).append("~\n"));
            text.append(String.format("SE*%d*%04d~%n", segments.size() + 2, i));
        }
        return text.append(String.format("GE*%d*%d~%n", sets, number)).toString();
    }
}
