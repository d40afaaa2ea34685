package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.junit.jupiter.api.Test;

/** A listener sees every segment of a file with its place, and what is wrong with it beforehand. */
class SegmentListenerTest {

    private static final String ISA = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         "
            + "*261122*1200*^*00501*000000001*0*P*:~";

    @Test
    void segmentsComeWithTheirLoopsAndTheirTitle() throws IOException {
        assertThat(heard(ISA + "GS*HC*CLINIC*PAYER*20261122*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~"
                        + "BHT*0019*00*1*20261122*1200*CH~NM1*41*2*CLINIC*****46*1~SV9*1~"
                        + "SE*5*0001~GE*1*1~IEA*1*000000001~"))
                .contains("ISA", "GS", "ST", "BHT as BHT in ST 1", "NM1 as NM1*41 in ST 1 > 1000A 1", "SE", "GE", "IEA")
                .containsSubsequence("IK304:1", "SV9 as  in ST 1 > 1000A 1", "IK304:3", "SE");
    }

    @Test
    void segmentsOfAnUnknownSetHaveNoPlace() throws IOException {
        assertThat(heard(ISA + "TA1*000000007*261122*1200*A*000~"
                        + "GS*HB*PAYER*CLINIC*20261122*1200*1*X*005010X279A1~ST*271*0001~EB*1~IEA*1*000000001~"))
                .containsExactly("ISA", "TA1", "GS", "ST", "IK502:1", "EB as  in ", "IK502:2", "AK905:3", "IEA");
    }

    private static List<String> heard(String file) throws IOException {
        List<String> heard = new ArrayList<>();
        new DocumentReader(Guides.load(Path.of("mappings/x12")), Limits.USUAL)
                .read(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        new Issues(heard),
                        new Segments(heard));
        return heard;
    }

    private record Issues(List<String> heard) implements DocumentHandler {

        @Override
        public void document(Guide guide, Document document) {}

        @Override
        public void issue(Issue issue) {
            heard.add(issue.code());
        }
    }

    private record Segments(List<String> heard) implements SegmentListener {

        @Override
        public void envelope(Segment segment) {
            heard.add(segment.id());
        }

        @Override
        public void placed(Segment segment, SegmentPlace place) {
            String loops = place.loops().stream()
                    .map(step -> step.id() + " " + step.occurrence())
                    .collect(Collectors.joining(" > "));
            heard.add(segment.id() + " as " + place.use() + " in " + loops);
        }
    }
}
