package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimgate.flow.Messages;
import org.claimgate.ledger.StoredInterchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A partner's remittance comes over SFTP, its payment goes to the queue, and its TA1 and 999 go back over SFTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcknowledgmentTest {

    private DropPoint partner;
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir Path folder) {
        partner = new DropPoint(folder.resolve("partner"));
        String profile = partner.profile("test", "[\"*\"]") + "acknowledge: {}\n";
        gateway = Gateway.start(new TestHome(folder).partner("test", profile).config());
    }

    @AfterAll
    void stop() throws IOException {
        gateway.close();
        partner.close();
    }

    @Test
    void what_a_partner_sends_is_acknowledged_once_even_when_the_line_is_cut() throws Exception {
        partner.fail(DropPoint.Fault.CUT_AFTER_RENAME, 1);
        String remittance = Files.readString(Path.of("edi-samples/835/paid-in-full/received.x12"))
                .replace("*0*T*:~", "*1*T*:~");
        TestHome.write(partner.inbound().resolve("remittance.835"), remittance);

        await().untilAsserted(() -> assertThat(gateway.ledger().queries().interchanges(0, 10))
                .hasSize(2)
                .allSatisfy(answer -> {
                    assertThat(answer.state()).isEqualTo(StoredInterchange.State.VISIBLE);
                    assertThat(answer.answered()).isEqualTo("remittance.835");
                }));
        assertThat(partner.dropped()).isEqualTo(List.of("test_000000001.x12", "test_000000002.x12"));
        assertThat(dropped("test_000000001.x12")).contains("TA1*000000115*261123*0830*A*000~");
        assertThat(dropped("test_000000002.x12"))
                .contains("GS*FA*CLAIMGATE*PARTNER*", "AK2*835*0001*005010X221A1~\nIK5*A~\nAK9*A*1*1*1~");
        assertThat(payment()).contains("LFP260001");
    }

    private String dropped(String name) throws IOException {
        return Files.readString(partner.outbound().resolve(name), StandardCharsets.US_ASCII);
    }

    private String payment() {
        try (var context = JmsParts.connectionFactory(
                        gateway.brokerUrl(), gateway.config().broker())
                .createContext()) {
            return context.createConsumer(context.createQueue(Messages.PAYMENT_QUEUE))
                    .receiveBody(String.class, 10_000);
        }
    }
}
