package oropos.retrieval.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A folder of the index on a disk with so many bytes left.
public final class FullDisk {

    private FullDisk() {}

    public static Generations generations(Path folder, long bytesLeft) {
        AtomicLong left = new AtomicLong(bytesLeft);
        return new Generations(folder, place -> new Full(FSDirectory.open(place), left));
    }

    private static final class Full extends FilterDirectory {

        private final AtomicLong left;

        Full(Directory directory, AtomicLong left) {
            super(directory);
            this.left = left;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            return limited(in.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
                throws IOException {
            return limited(in.createTempOutput(prefix, suffix, context));
        }

        private IndexOutput limited(IndexOutput output) {
            return new FilterIndexOutput("limited", output.getName(), output) {
                @Override
                public void writeByte(byte one) throws IOException {
                    take(1);
                    super.writeByte(one);
                }

                @Override
                public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                    take(length);
                    super.writeBytes(bytes, offset, length);
                }
            };
        }

        private void take(long bytes) throws IOException {
            if (left.addAndGet(-bytes) < 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
