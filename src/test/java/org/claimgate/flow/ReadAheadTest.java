package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Limits;
import org.claimgate.x12.TransactionSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of payments with more documents than are read ahead. */
class ReadAheadTest {

    private static final Guides GUIDES = Guides.load(Path.of("mappings", "x12"));
    private static final Path SAMPLE = Path.of("edi-samples", "835", "paid-in-full", "received.x12");
    private static final int TIMES = 500;

    private static byte[] file;

    @BeforeAll
    static void makeFile() throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int time = 0; time < TIMES; time++) {
            many.write(Files.readAllBytes(SAMPLE));
        }
        file = many.toByteArray();
    }

    @Test
    void what_is_handed_on_is_what_a_reader_finds_in_its_order() throws IOException {
        List<String> expected = new ArrayList<>();
        reader().read(new ByteArrayInputStream(file), new Plain(expected));
        List<String> handled = new ArrayList<>();
        ReadAhead.read(reader(), new ByteArrayInputStream(file), new Noting(handled), () -> {});
        assertThat(handled).hasSizeGreaterThan(5 * TIMES).isEqualTo(expected);
    }

    @Test
    void a_stream_that_fails_fails_the_reading_after_what_was_read() {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(file)) {

            private int left = file.length / 2;

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (left <= 0) {
                    throw new IOException("Connection reset");
                }
                int read = super.read(bytes, from, Math.min(left, length));
                left -= read;
                return read;
            }
        };
        List<String> handled = new ArrayList<>();
        assertThatThrownBy(() -> ReadAhead.read(reader(), broken, new Noting(handled), () -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Connection reset");
        assertThat(handled).hasSizeGreaterThan(TIMES);
    }

    @Test
    void what_who_handles_throws_is_thrown() {
        Noting away = new Noting(new ArrayList<>()) {

            @Override
            public void document(Guide guide, ObjectNode document, String text) {
                throw new IllegalStateException("the ledger is away");
            }
        };
        assertThatThrownBy(() -> ReadAhead.read(reader(), new ByteArrayInputStream(file), away, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the ledger is away");
    }

    @Test
    void a_mistake_of_the_machine_is_no_mistake_of_the_file() {
        InputStream full = new FilterInputStream(new ByteArrayInputStream(file)) {

            @Override
            public int read(byte[] bytes, int from, int length) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        assertThatThrownBy(() -> ReadAhead.read(reader(), full, new Noting(new ArrayList<>()), () -> {}))
                .isInstanceOf(OutOfMemoryError.class);
    }

    /** Otherwise the transaction would end, and with it what the reader reads from, while it reads. */
    @Test
    void who_handles_fails_when_nobody_reads_any_more() throws IOException {
        Stalling stream = new Stalling(Thread.currentThread());
        Runnable failure = () -> {
            stream.awaitStall();
            throw new IllegalStateException("the ledger is away");
        };
        assertThatThrownBy(() -> ReadAhead.read(reader(), stream, new Noting(new ArrayList<>()), failure))
                .hasMessage("the ledger is away");
        assertThat(stream.returned()).as("nobody reads").isTrue();
    }

    /**
     * Long interchanges, of which the first batch has 14 and reads up to 10 ahead, and the second 14 more: stalls in the second until the
     * caller waits for it or has gone on.
     */
    private static final class Stalling extends FilterInputStream {

        private static final int LENGTH = 7_000;
        private static final int STALLS_AT = 26 * LENGTH;

        private final Thread caller;
        private final CountDownLatch stalled = new CountDownLatch(1);
        private final AtomicBoolean goneOn = new AtomicBoolean();
        private volatile boolean reading;
        private int given;

        private Stalling(Thread caller) throws IOException {
            super(new ByteArrayInputStream(longInterchanges()));
            this.caller = caller;
        }

        private static byte[] longInterchanges() throws IOException {
            String sample = Files.readString(SAMPLE);
            return (sample + "\n".repeat(LENGTH - sample.length()))
                    .repeat(TIMES)
                    .getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            reading = true;
            if (given > STALLS_AT) {
                stalled.countDown();
                while (caller.getState() != Thread.State.WAITING && !goneOn.get()) {
                    Thread.onSpinWait();
                }
            }
            int read = super.read(bytes, from, Math.min(LENGTH, length));
            given += read;
            reading = false;
            return read;
        }

        private void awaitStall() {
            try {
                assertThat(stalled.await(10, TimeUnit.SECONDS)).as("stalled").isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Whether nobody was in the middle of reading when this was called. */
        private boolean returned() {
            boolean returned = !reading;
            goneOn.set(true);
            return returned;
        }
    }

    private static DocumentReader reader() {
        return new DocumentReader(GUIDES, Limits.USUAL);
    }

    /** Notes what it is handed. */
    private static class Noting implements ReadAhead.Handler {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final List<String> noted;

        private Noting(List<String> noted) {
            this.noted = noted;
        }

        @Override
        public void interchange(Interchange header) {
            noted.add("interchange " + header.controlNumber());
        }

        @Override
        public void group(FunctionalGroup header) {
            noted.add("group " + header.controlNumber());
        }

        @Override
        public void set(TransactionSet header, Guide guide) {
            noted.add("set " + header.controlNumber());
        }

        @Override
        public void document(Guide guide, ObjectNode document, String text) {
            try {
                assertThat(JSON.readTree(text)).isEqualTo(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            noted.add(text);
        }

        @Override
        public void issue(Issue issue) {
            noted.add(issue.toString());
        }

        @Override
        public void setEnd(TransactionSet header) {
            noted.add("end of set " + header.controlNumber());
        }

        @Override
        public void interchangeEnd(Interchange header, boolean complete) {
            noted.add("end of interchange " + complete);
        }
    }

    /** The same of what it is handed by a reader that reads nothing ahead. */
    private static final class Plain extends Noting implements DocumentHandler {

        private Plain(List<String> noted) {
            super(noted);
        }

        @Override
        public void document(Guide guide, Document document) {
            document(guide, document.json(), document.text());
        }
    }
}
