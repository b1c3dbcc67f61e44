package oropos.inference;

import oropos.inference.remote.RemoteModel;

/// Where language models come from. Nothing is sent before one is asked.
public final class LanguageModels {

    private LanguageModels() {}

    /// The model the settings name.
    public static LanguageModel of(ModelSettings settings) {
        return new RemoteModel(settings);
    }
}
