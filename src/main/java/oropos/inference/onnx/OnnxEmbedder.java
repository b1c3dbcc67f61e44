package oropos.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import oropos.inference.Embedder;
import oropos.inference.Encoded;
import oropos.inference.EncoderUnavailable;

/// An encoder of the BERT family, run in this process: the one shipped, or one an operator put in its
/// place ([EncoderFiles]).
///
/// Texts are encoded **one at a time**: inside a padded batch a dynamically
/// quantised model gives another vector for the same text (measured: mean cosine .992 to .997), and
/// then nothing could be cached by text or computed again. The workers share one session, which
/// spreads no text over threads; they are platform threads because native calls would pin virtual ones.
///
/// The same text gives the same bits on one kind of processor. Between processors (AVX2, AVX-512)
/// vectors differ slightly; the receipt therefore records the ranked candidates.
public final class OnnxEmbedder implements Embedder {

    /// Most texts encoded at once.
    static final int MOST_WORKERS = 8;

    /// Bytes of stack of a worker. Opening a model recurses deeply in native code: on the 1 MB that
    /// threads have by default it overflowed on some runs, which ends the process without a word.
    private static final long STACK = 16L << 20;

    /// Longest text looked at, in UTF-16 units: far above what fills the window.
    private static final int LONGEST_TEXT = 16_384;

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final EncoderFiles files;
    private final int questionFrom;
    private final int passageFrom;
    private final int dimensions;
    private final OrtEnvironment environment;
    private final ExecutorService workers;
    private final OrtSession session;

    private OnnxEmbedder(EncoderFiles files, OrtEnvironment environment, int atOnce) {
        this.files = files;
        this.questionFrom = pieces(files.beforeQuestion());
        this.passageFrom = pieces(files.beforePassage());
        this.environment = environment;
        this.workers =
                Executors.newFixedThreadPool(
                        atOnce,
                        Thread.ofPlatform()
                                .daemon()
                                .name("encoder-", 1)
                                .stackSize(STACK)
                                .factory());
        try {
            this.session = onWorker(this::load);
        } catch (IllegalStateException unusable) {
            workers.close();
            throw unusable;
        }
        try {
            this.dimensions = onWorker(this::width);
        } catch (IllegalStateException unusable) {
            close();
            throw unusable;
        }
    }

    private int pieces(String prefix) {
        return files.pieces().ids(prefix, files.window()).length - 1;
    }

    /// Opens the model of the jar and encodes one word with it, so that what does not run here fails
    /// here.
    ///
    /// @throws EncoderUnavailable where the native library or the weights cannot be loaded
    public static OnnxEmbedder open() {
        return open("The encoder that ships with Oropos", EncoderFiles::builtIn);
    }

    /// Opens the model of a folder in the same way.
    ///
    /// @throws EncoderUnavailable also where the folder holds no encoder that can be used
    public static OnnxEmbedder open(Path folder) {
        return open("The encoder in " + folder, () -> EncoderFiles.in(folder));
    }

    private static OnnxEmbedder open(String which, Callable<EncoderFiles> source) {
        try {
            EncoderFiles files = source.call();
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            int cores = Runtime.getRuntime().availableProcessors();
            return new OnnxEmbedder(files, environment, Math.min(cores, MOST_WORKERS));
        } catch (IllegalArgumentException unusable) {
            throw new EncoderUnavailable(
                    which
                            + " cannot be used: "
                            + unusable.getMessage()
                            + ". Searching goes on with words only.",
                    unusable);
        } catch (Exception | LinkageError reason) {
            throw new EncoderUnavailable(
                    which
                            + " cannot run on this machine ("
                            + reason
                            + "). Searching goes on with words only; to search by meaning, run on a"
                            + " system for which ONNX Runtime has a native library, with a writable"
                            + " temporary folder.",
                    reason);
        }
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public int dimensions() {
        return dimensions;
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
        return encoded(files.beforePassage() + text, passageFrom);
    }

    @Override
    public Encoded encodedQuestion(String text) {
        return encoded(files.beforeQuestion() + text, questionFrom);
    }

    @Override
    public String meanName() {
        ShippedMean shipped = files.mean();
        return shipped == null ? Embedder.super.meanName() : shipped.name();
    }

    @Override
    public float[] mean() {
        ShippedMean shipped = files.mean();
        return shipped == null ? Embedder.super.mean() : shipped.numbers().clone();
    }

    private Encoded encoded(String text, int first) {
        String read = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        long[] ids = files.pieces().ids(read, files.window());
        return onWorker(() -> encode(ids, first));
    }

    private <T> T onWorker(Callable<T> work) {
        Future<T> result;
        try {
            result = workers.submit(work);
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("the encoder " + name() + " is closed", closed);
        }
        try {
            return result.get();
        } catch (InterruptedException interrupted) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while encoding", interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IllegalStateException("the encoder " + name() + " failed: " + cause, cause);
        }
    }

    /// How many numbers a state has, by trying one word.
    private int width() throws OrtException {
        long[] ids = files.pieces().ids("health", files.window());
        try (OnnxTensor words = tensor(ids, new long[] {1, ids.length});
                OnnxTensor others = ones(ids.length);
                OnnxTensor types = zeros(ids.length);
                OrtSession.Result result = session.run(inputs(words, others, types))) {
            long[] shape =
                    result.get(0) instanceof OnnxTensor states
                            ? states.getInfo().getShape()
                            : new long[0];
            if (shape.length != 3 || shape[1] != ids.length || shape[2] < 1) {
                throw new IllegalStateException(
                        "its first output is not one state for each piece of a text, but has the shape "
                                + Arrays.toString(shape));
            }
            return Math.toIntExact(shape[2]);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private OnnxTensor ones(int length) throws OrtException {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return tensor(ones, new long[] {1, length});
    }

    private OnnxTensor zeros(int length) throws OrtException {
        return tensor(new long[length], new long[] {1, length});
    }

    private Map<String, OnnxTensor> inputs(OnnxTensor ids, OnnxTensor mask, OnnxTensor types) {
        Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(IDS, ids, MASK, mask, TYPES, types));
        inputs.keySet().retainAll(session.getInputNames());
        if (inputs.size() < session.getInputNames().size() || !inputs.containsKey(IDS)) {
            throw new IllegalStateException(
                    "it wants the inputs "
                            + session.getInputNames()
                            + ", given can be "
                            + List.of(IDS, MASK, TYPES));
        }
        return inputs;
    }

    private OrtSession load() throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(files.model(), options);
        }
    }

    private Encoded encode(long[] ids, int first) throws OrtException {
        try (OnnxTensor words = tensor(ids, new long[] {1, ids.length});
                OnnxTensor mask = ones(ids.length);
                OnnxTensor types = zeros(ids.length);
                OrtSession.Result result = session.run(inputs(words, mask, types))) {
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
                        .filter(at -> files.pieces().isTelling((int) ids[at]))
                        .toArray();
        return new Encoded(
                whole(states, ids.length),
                IntStream.of(told).map(at -> (int) ids[at]).toArray(),
                IntStream.of(told).mapToObj(at -> state(states, at)).toArray(float[][]::new));
    }

    private float[] whole(FloatBuffer states, int count) {
        return switch (files.pooling()) {
            case FIRST -> state(states, 0);
            case MEAN -> {
                float[] sum = new float[dimensions];
                for (int at = 0; at < count; at++) {
                    for (int k = 0; k < dimensions; k++) {
                        sum[k] += states.get(at * dimensions + k);
                    }
                }
                yield unit(sum);
            }
        };
    }

    private float[] state(FloatBuffer states, int at) {
        float[] vector = new float[dimensions];
        states.get(at * dimensions, vector);
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
        try {
            session.close();
        } catch (OrtException ignored) {
            // freeing twice is all that can fail here; the process loses nothing
        }
    }
}
