package org.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratedRemittanceTest {

    @Test
    void isSoundAndOfTheSizeAskedFor() throws IOException {
        GeneratedRemittance remittance = new GeneratedRemittance(2_000_000);
        EnvelopeReader reader = new EnvelopeReader(remittance, Limits.USUAL);
        int claims = 0;
        long end = 0;
        for (EnvelopeReader.Event event = reader.next(); event != EnvelopeReader.Event.END; event = reader.next()) {
            assertThat(reader.fault()).isNull();
            claims += event == EnvelopeReader.Event.SEGMENT
                            && reader.segment().id().equals("CLP")
                    ? 1
                    : 0;
            end = reader.segment().offset();
        }
        assertThat(claims).isEqualTo(remittance.payments()).isEqualTo(1500L * remittance.sets());
        assertThat(end).isBetween(2_000_000L, 3_000_000L);
    }
}
