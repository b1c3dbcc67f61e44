package oropos.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import oropos.answer.Licences;
import oropos.consultation.ModelBudget;
import oropos.consultation.ModelBudget.Limit;
import oropos.consultation.ModelUse;
import oropos.inference.LanguageModels;
import oropos.inference.ModelSettings;
import oropos.inference.Replies;
import oropos.ledger.Ledger;
import picocli.CommandLine.Option;

/// What an operator says about a language model. Without an address there is none, and nothing leaves
/// the machine. The key is never on the command line, where other accounts see it.
final class ModelOptions {

    /// The environment's name for the key.
    static final String KEY = "OROPOS_MODEL_KEY";

    private static final int LONGEST_KEY = 4_096;

    @Option(
            names = "--model-url",
            paramLabel = "URL",
            description =
                    "Where a language model is asked to word answers, for example http://localhost:11434. Without it nothing leaves this machine; with it de-identified titles and statements go to that host.")
    @Nullable URI url;

    @Option(names = "--model", paramLabel = "NAME", description = "The model's name there.")
    @Nullable String model;

    @Option(
            names = "--model-protocol",
            paramLabel = "P",
            defaultValue = "OPENAI",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ModelSettings.Protocol protocol = ModelSettings.Protocol.OPENAI;

    @Option(
            names = "--model-key-file",
            paramLabel = "FILE",
            description =
                    "A file that holds the model's key and nothing else; without it the environment's "
                            + KEY
                            + ".")
    @Nullable Path keyFile;

    @Option(
            names = "--model-plain-http",
            description = "Let text go unencrypted to a model on another machine.")
    boolean plain;

    @Option(
            names = "--model-no-temperature",
            description = "For models that take no temperature; else it is 0.")
    boolean noTemperature;

    @Option(
            names = "--model-patience",
            paramLabel = "SECONDS",
            description =
                    "How long an answer waits for the model (default: 1.5). The request goes on, and serves whoever asks the same next.")
    @Nullable Double patience;

    @Option(
            names = "--model-request-time",
            paramLabel = "SECONDS",
            description = "How long a request may go on (default: 60).")
    @Nullable Integer requestTime;

    @Option(
            names = "--model-tokens",
            paramLabel = "QUESTION,ASKER,DAY",
            split = ",",
            description =
                    "Most tokens for a question, for an asker in a day, for everybody in a day (default: 16000,300000,3000000).")
    long[] tokens = {
        ModelBudget.TOKENS_PER_QUESTION, ModelBudget.TOKENS_PER_ASKER, ModelBudget.TOKENS_PER_DAY
    };

    @Option(
            names = "--model-price",
            paramLabel = "MONEY",
            description = "What a million tokens cost, in any currency (default: 0).")
    double price;

    @Option(
            names = "--model-money",
            paramLabel = "QUESTION,ASKER,DAY",
            split = ",",
            description = "Most money for the same three, in the currency of the price.")
    double @Nullable [] money;

    @Option(
            names = "--model-unknown-licences",
            description =
                    "Send text of sources whose licence is not known to allow it, too: you answer for it.")
    boolean unknownLicences;

    /// The model on a data folder, or null where none is named. The caller closes its ledger.
    @Nullable ModelUse use(Path data) throws IOException {
        if (url == null) {
            if (model != null) {
                throw Refusal.wrongUse("--model says which one; say where with --model-url");
            }
            return null;
        }
        if (model == null) {
            throw Refusal.wrongUse("--model-url says where; say which one with --model");
        }
        if (tokens.length != 3 || money != null && money.length != 3) {
            throw Refusal.wrongUse(
                    "--model-tokens and --model-money have three numbers: for a question, an asker, a day");
        }
        try {
            ModelSettings settings = settings(url, model);
            ModelBudget budget = new ModelBudget(limit(0), limit(1), limit(2), price);
            Duration waits =
                    patience == null
                            ? ModelUse.PATIENCE
                            : Duration.ofMillis(Math.round(patience * 1_000));
            return new ModelUse(
                    LanguageModels.of(settings),
                    settings.mostTokens(),
                    new Replies(data.resolve("replies")),
                    Ledger.open(data),
                    budget,
                    new Licences(unknownLicences),
                    waits,
                    InstantSource.system());
        } catch (IllegalArgumentException wrong) {
            throw Refusal.wrongUse(String.valueOf(wrong.getMessage()));
        }
    }

    private ModelSettings settings(URI url, String model) throws IOException {
        return new ModelSettings(
                protocol,
                url,
                model,
                key(),
                plain,
                requestTime == null ? ModelSettings.PATIENCE : Duration.ofSeconds(requestTime),
                ModelSettings.MOST_BYTES,
                ModelSettings.MOST_TOKENS,
                noTemperature ? null : Double.valueOf(0));
    }

    private Limit limit(int which) {
        return money == null
                ? Limit.ofTokens(tokens[which])
                : new Limit(tokens[which], money[which]);
    }

    private @Nullable String key() throws IOException {
        if (keyFile == null) {
            String key = System.getenv(KEY);
            return key == null || key.isBlank() ? null : key.strip();
        }
        if (Files.size(keyFile) > LONGEST_KEY) {
            throw Refusal.wrongUse(keyFile + " is too long to be a key");
        }
        String key = Files.readString(keyFile).strip();
        if (key.isEmpty() || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Refusal.wrongUse(
                    keyFile + " holds no key: one line of plain letters is expected");
        }
        return key;
    }
}
