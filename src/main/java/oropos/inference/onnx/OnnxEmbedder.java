package oropos.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import oropos.inference.Embedder;
import oropos.inference.Encoded;
import oropos.inference.EncoderUnavailable;

/// bge-small-en-v1.5, quantised, run in this process.
///
/// A sentence's vector is the state of its opening token, scaled to length 1 (Xiao et al., *C-Pack*,
/// arXiv:2309.07597). Texts are encoded **one at a time**: inside a padded batch a dynamically
/// quantised model gives another vector for the same text (measured: mean cosine .992 to .997), and
/// then nothing could be cached by text or computed again. Each worker has its own session of one
/// thread; the workers are platform threads because native calls would pin virtual ones.
///
/// The same text gives the same bits on one kind of processor. Between processors (AVX2, AVX-512)
/// vectors differ slightly; the receipt therefore records the ranked candidates.
public final class OnnxEmbedder implements Embedder {

    /// Positions the model was trained with, opening and closing token included.
    static final int WINDOW = 512;

    /// Most sessions at once; each holds its own 34 MB of weights.
    static final int MOST_SESSIONS = 8;

    /// Bytes of stack of a worker. Opening a model recurses deeply in native code: on the 1 MB that
    /// threads have by default it overflowed on some runs, which ends the process without a word.
    private static final long STACK = 16L << 20;

    /// Longest text looked at, in UTF-16 units: far above what fills the window.
    private static final int LONGEST_TEXT = 16_384;

    private static final String MODEL = "bge-small-en-v1.5-q";
    private static final int DIMENSIONS = 384;

    /// What the model's authors put before questions, and not before passages.
    private static final String INSTRUCTION =
            "Represent this sentence for searching relevant passages: ";

    private final String name;
    private final byte[] model;
    private final WordPieces pieces;
    private final int instructionEnd;
    private final OrtEnvironment environment;
    private final ConcurrentLinkedQueue<OrtSession> idle = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers;

    private OnnxEmbedder(
            String name,
            byte[] model,
            WordPieces pieces,
            OrtEnvironment environment,
            int sessions) {
        this.name = name;
        this.model = model;
        this.pieces = pieces;
        this.instructionEnd = pieces.ids(INSTRUCTION, WINDOW).length - 1;
        this.environment = environment;
        this.workers =
                Executors.newFixedThreadPool(
                        sessions,
                        Thread.ofPlatform()
                                .daemon()
                                .name("encoder-", 1)
                                .stackSize(STACK)
                                .factory());
    }

    /// Opens the model of the jar and encodes one word with it, so that what does not run here fails
    /// here.
    ///
    /// @throws EncoderUnavailable where the native library or the weights cannot be loaded
    public static OnnxEmbedder open() {
        int cores = Runtime.getRuntime().availableProcessors();
        try {
            byte[] model;
            try (InputStream weights = resource("/" + MODEL + ".onnx")) {
                model = weights.readAllBytes();
            }
            WordPieces pieces;
            try (InputStream json = resource("/" + MODEL + "-tokenizer.json")) {
                pieces = WordPieces.read(json);
            }
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            OnnxEmbedder embedder =
                    new OnnxEmbedder(
                            MODEL + "@" + hash(model),
                            model,
                            pieces,
                            environment,
                            Math.min(cores, MOST_SESSIONS));
            embedder.passage("health");
            return embedder;
        } catch (LinkageError | OrtException | RuntimeException | IOException reason) {
            throw new EncoderUnavailable(
                    "The encoder "
                            + MODEL
                            + " cannot run on this machine ("
                            + reason
                            + "). Searching goes on with words only; to search by meaning, run on a"
                            + " system for which ONNX Runtime has a native library, with a writable"
                            + " temporary folder.",
                    reason);
        }
    }

    private static InputStream resource(String path) throws IOException {
        InputStream stream = OnnxEmbedder.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IOException(path + " is not on the class path");
        }
        return stream;
    }

    private static String hash(byte[] model) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] passage(String text) {
        return encodedPassage(text).vector();
    }

    @Override
    public float[] question(String text) {
        return encodedQuestion(text).vector();
    }

    @Override
    public Encoded encodedPassage(String text) {
        return onWorker(text, 1);
    }

    @Override
    public Encoded encodedQuestion(String text) {
        return onWorker(INSTRUCTION + text, instructionEnd);
    }

    private Encoded onWorker(String text, int first) {
        long[] ids = pieces.ids(text.substring(0, Math.min(text.length(), LONGEST_TEXT)), WINDOW);
        Future<Encoded> vector;
        try {
            vector = workers.submit(() -> encode(ids, first));
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("the encoder " + name + " is closed", closed);
        }
        try {
            return vector.get();
        } catch (InterruptedException interrupted) {
            vector.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while encoding", interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IllegalStateException("the encoder " + name + " failed: " + cause, cause);
        }
    }

    private Encoded encode(long[] ids, int first) throws OrtException {
        OrtSession session = idle.poll();
        if (session == null) {
            session = session();
        }
        try {
            return encode(session, ids, first);
        } finally {
            idle.add(session);
        }
    }

    private OrtSession session() throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(model, options);
        }
    }

    private Encoded encode(OrtSession session, long[] ids, int first) throws OrtException {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor words = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", words,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            if (!(result.get(0) instanceof OnnxTensor states)) {
                throw new IllegalStateException("the model gave no tensor");
            }
            return encoded(states.getFloatBuffer(), ids, first);
        }
    }

    /// @param first the first token that belongs to the text itself
    private Encoded encoded(FloatBuffer states, long[] ids, int first) {
        int[] told =
                IntStream.range(first, ids.length - 1)
                        .filter(at -> pieces.isTelling((int) ids[at]))
                        .toArray();
        return new Encoded(
                state(states, 0),
                IntStream.of(told).map(at -> (int) ids[at]).toArray(),
                IntStream.of(told).mapToObj(at -> state(states, at)).toArray(float[][]::new));
    }

    private static float[] state(FloatBuffer states, int at) {
        float[] vector = new float[DIMENSIONS];
        states.get(at * DIMENSIONS, vector);
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    /// Waits for texts being encoded, then frees the native memory.
    @Override
    public void close() {
        workers.close();
        for (OrtSession session = idle.poll(); session != null; session = idle.poll()) {
            try {
                session.close();
            } catch (OrtException ignored) {
                // freeing twice is all that can fail here; the process loses nothing
            }
        }
    }
}
