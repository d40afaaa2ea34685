package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;
import org.junit.jupiter.api.Test;

/** The envelope as a handler sees it: every begin has its end, and what is wrong comes between the two that it concerns. */
class DocumentEventsTest {

    private static final String HEAD = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         "
            + "*261122*1200*^*00501*000000001*0*P*:~GS*FA*PAYER*CLINIC*20261122*1200*1*X*005010X231A1~";
    private static final String SET = "ST*999*0001*005010X231A1~AK1*HC*7*005010X222A1~AK9*A*1*1*1~";

    @Test
    void setsStandInGroupsAndGroupsInInterchanges() throws IOException {
        assertThat(events(HEAD + SET + "SE*4*0001~ST*271*0002~EB*1~SE*3*0002~GE*2*1~IEA*1*000000001~"))
                .containsExactly(
                        "interchange 000000001",
                        "group 1",
                        "set 0001 by 005010X231A1",
                        "AK1 2",
                        "AK9 3",
                        "document",
                        "end of set 0001",
                        "set 0002 by nothing",
                        "IK502:1",
                        "EB 2",
                        "end of set 0002",
                        "end of group 1 of 2",
                        "end of interchange");
    }

    @Test
    void faultsComeInsideWhatTheyConcern() throws IOException {
        assertThat(events(HEAD + SET + "SE*9*0001~GE*3*1~IEA*2*000000001~"))
                .endsWith(
                        "IK502:4",
                        "document",
                        "end of set 0001",
                        "AK905:5",
                        "end of group 1 of 3",
                        "TA105:021",
                        "end of interchange");
    }

    @Test
    void whatBreaksOffIsEndedFromTheInsideOut() throws IOException {
        assertThat(events(HEAD + SET))
                .endsWith("document", "end of set 0001", "TA105:023", "end of group 1 of ", "interchange broken off");
        assertThat(events(HEAD + SET + "GS*FA*PAYER*CLINIC*20261122*1200*2*X*005010X231A1~GE*0*2~IEA*2*000000001~"))
                .endsWith(
                        "IK502:2",
                        "document",
                        "end of set 0001",
                        "AK905:3",
                        "end of group 1 of ",
                        "group 2",
                        "AK905:5",
                        "end of group 2 of 0",
                        "end of interchange");
    }

    private static List<String> events(String file) throws IOException {
        Listener listener = new Listener(new ArrayList<>());
        new DocumentReader(Guides.load(Path.of("mappings/x12")), Limits.USUAL)
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), listener);
        return listener.events();
    }

    private record Listener(List<String> events) implements DocumentHandler {

        @Override
        public void interchange(Interchange header) {
            events.add("interchange " + header.controlNumber());
        }

        @Override
        public void group(FunctionalGroup header) {
            events.add("group " + header.controlNumber());
        }

        @Override
        public void set(TransactionSet header, Guide guide) {
            events.add("set " + header.controlNumber() + " by " + (guide == null ? "nothing" : guide.id()));
        }

        @Override
        public void segment(Segment segment, int position) {
            events.add(segment.id() + " " + position);
        }

        @Override
        public void document(Guide guide, Document document) {
            events.add("document");
        }

        @Override
        public void issue(Issue issue) {
            events.add(issue.code());
        }

        @Override
        public void setEnd(TransactionSet header) {
            events.add("end of set " + header.controlNumber());
        }

        @Override
        public void groupEnd(FunctionalGroup header, String included) {
            events.add("end of group " + header.controlNumber() + " of " + included);
        }

        @Override
        public void interchangeEnd(Interchange header, boolean complete) {
            events.add(complete ? "end of interchange" : "interchange broken off");
        }
    }
}
