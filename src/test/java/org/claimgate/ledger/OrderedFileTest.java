package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut keeps any part of what was not forced: what H2 knows a chunk by, and looks for it by, must not be all that it kept. */
class OrderedFileTest {

    private static final int BLOCK = 4096;

    @TempDir
    private Path folder;

    @Test
    void a_chunk_is_on_the_disk_before_its_first_block_and_that_before_the_header() throws IOException {
        List<String> seen = new ArrayList<>();
        try (OrderedFile file = new OrderedFile(new Watched(plain(), seen))) {
            file.write(ByteBuffer.allocate(2 * BLOCK), 0);
            assertThat(seen).containsExactly("write 0 to 1", "force");
            seen.clear();
            file.write(ByteBuffer.allocate(3 * BLOCK), 2 * BLOCK);
            file.write(ByteBuffer.allocate(2 * BLOCK), 0);
            assertThat(seen).containsExactly("write 3 to 4");
            assertThat(file.size()).isEqualTo(5 * BLOCK);

            file.force(true);
            assertThat(seen).containsExactly("write 3 to 4", "force", "write 2 to 2", "force", "write 0 to 1", "force");
        }
    }

    /** H2 writes into the room of chunks that nothing refers to any more; after a kill it goes back to what may refer to them. */
    @Test
    void what_was_forced_last_is_not_overwritten_before_what_came_after_it_is_forced() throws IOException {
        List<String> seen = new ArrayList<>();
        try (OrderedFile file = new OrderedFile(new Watched(plain(), seen))) {
            file.write(ByteBuffer.allocate(2 * BLOCK), 0);
            file.write(ByteBuffer.allocate(3 * BLOCK), 2 * BLOCK);
            file.force(true);
            seen.clear();

            file.write(ByteBuffer.allocate(2 * BLOCK), 5 * BLOCK);
            assertThat(seen).containsExactly("write 6 to 6");
            file.write(ByteBuffer.allocate(3 * BLOCK), 2 * BLOCK);
            assertThat(seen).containsExactly("write 6 to 6", "force", "write 5 to 5", "force", "write 3 to 4");
        }
    }

    /** The operating system tells of a failure once, and the next force would succeed although what was to be forced is gone. */
    @Test
    void after_a_force_that_failed_nothing_is_written_and_nothing_promised() throws IOException {
        AtomicBoolean failing = new AtomicBoolean();
        FileChannel once = new Watched(plain(), new ArrayList<>()) {

            @Override
            public void force(boolean metaData) throws IOException {
                if (failing.getAndSet(false)) {
                    throw new IOException("Input/output error");
                }
                super.force(metaData);
            }
        };
        OrderedFile file = new OrderedFile(once);
        file.write(ByteBuffer.allocate(2 * BLOCK), 0);
        file.write(ByteBuffer.allocate(3 * BLOCK), 2 * BLOCK);
        failing.set(true);
        assertThatThrownBy(() -> file.force(true)).hasMessage("Input/output error");
        assertThatThrownBy(() -> file.force(true)).hasMessageContaining("earlier");
        assertThatThrownBy(() -> file.write(ByteBuffer.allocate(BLOCK), 5 * BLOCK))
                .hasMessageContaining("earlier");
    }

    /** H2 takes a chunk that it failed to write for written, and what that was to replace for free: what was forced last may be there. */
    @Test
    void after_a_write_that_failed_nothing_is_written_over() throws IOException {
        AtomicBoolean full = new AtomicBoolean();
        List<String> seen = new ArrayList<>();
        FileChannel growing = new Watched(plain(), seen) {

            @Override
            public int write(ByteBuffer from, long position) throws IOException {
                if (full.get() && position >= size()) {
                    throw new IOException("No space left on device");
                }
                return super.write(from, position);
            }
        };
        OrderedFile file = new OrderedFile(growing);
        file.write(ByteBuffer.allocate(2 * BLOCK), 0);
        file.write(ByteBuffer.allocate(3 * BLOCK), 2 * BLOCK);
        file.force(true);
        full.set(true);
        assertThatThrownBy(() -> file.write(ByteBuffer.allocate(2 * BLOCK), 5 * BLOCK))
                .hasMessage("No space left on device");
        seen.clear();

        assertThatThrownBy(() -> file.write(ByteBuffer.allocate(3 * BLOCK), 2 * BLOCK))
                .hasMessageContaining("an earlier write");
        assertThatThrownBy(() -> file.force(true)).hasMessageContaining("an earlier write");
        file.close();
        assertThat(seen).isEmpty();
    }

    @Test
    void whatever_is_held_back_is_read_as_if_it_were_there() throws IOException {
        Random random = new Random(7);
        byte[] expected = new byte[60 * BLOCK];
        int length = 0;
        try (OrderedFile file = new OrderedFile(plain())) {
            for (int step = 0; step < 2_000; step++) {
                byte[] chunk = new byte[(1 + random.nextInt(5)) * BLOCK];
                random.nextBytes(chunk);
                int at = random.nextInt(8) == 0 ? 0 : (2 + random.nextInt(50)) * BLOCK;
                chunk = at == 0 ? Arrays.copyOf(chunk, 2 * BLOCK) : chunk;
                file.write(ByteBuffer.wrap(chunk), at);
                System.arraycopy(chunk, 0, expected, at, chunk.length);
                length = Math.max(length, at + chunk.length);
                if (random.nextInt(20) == 0) {
                    file.force(true);
                }
                int from = random.nextInt(length);
                ByteBuffer read = ByteBuffer.allocate(1 + random.nextInt(length - from));
                assertThat(file.read(read, from)).isEqualTo(read.capacity());
                assertThat(read.array()).isEqualTo(Arrays.copyOfRange(expected, from, from + read.capacity()));
            }
            assertThat(file.size()).isEqualTo(length);
            assertThat(file.read(ByteBuffer.allocate(1), length)).isEqualTo(-1);
        }
        try (FileChannel closed = plain()) {
            ByteBuffer all = ByteBuffer.allocate(length);
            closed.read(all, 0);
            assertThat(all.array()).isEqualTo(Arrays.copyOf(expected, length));
        }
    }

    private FileChannel plain() throws IOException {
        return FileChannel.open(
                folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Tells what is done to it, in blocks. */
    private static class Watched extends FileBaseDefault {

        private final FileChannel file;
        private final List<String> seen;

        private Watched(FileChannel file, List<String> seen) {
            this.file = file;
            this.seen = seen;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            seen.add("write %d to %d".formatted(position / BLOCK, (position + from.remaining() - 1) / BLOCK));
            return file.write(from, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            seen.add("force");
            file.force(metaData);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
