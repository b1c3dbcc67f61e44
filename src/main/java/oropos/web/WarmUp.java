package oropos.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import oropos.consultation.Asking;
import oropos.question.Asked;
import oropos.question.Reader;

/// Asks an example once the server is up and reads the page it would stand on, so that the first
/// reader does not wait for what is loaded once.
///
/// Nothing of it is left: the answer is forgotten at once and counts against nobody's quota. It opens
/// no connection, and where a language model is set up nothing is asked, for that would send
/// something. While the start-up cache is made it is waited for, so that the cache holds it.
@Component
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /// No template has such a part, so a page is read and nothing of it is written.
    private static final Set<String> NO_PART = Set.of("no-such-part");

    private final Asking asking;
    private final Answers answers;
    private final ReadingRoom room;
    private final ITemplateEngine templates;
    private final WebSettings settings;

    WarmUp(
            Asking asking,
            Answers answers,
            ReadingRoom room,
            ITemplateEngine templates,
            WebSettings settings) {
        this.asking = asking;
        this.answers = answers;
        this.room = room;
        this.templates = templates;
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        switch (settings.warm()) {
            case "wait" -> run();
            case "on" -> Thread.ofPlatform().name("warm-up").daemon().start(this::run);
            default -> {}
        }
    }

    /// @return statements of the example that were told; 0 where it was not asked
    int run() {
        int told = 0;
        try {
            if (asking.sendsTo() == null) {
                String question = Examples.shipped().getFirst();
                var given =
                        answers.keep(asking.ask(Asked.by(Reader.PHYSICIAN, question), stage -> {}));
                answers.forget(given.id());
                AnswerView.of(given, room, Reader.PHYSICIAN);
                AnswerView.of(given, room, Reader.CARER);
                var tellings = given.answer().tellings();
                told =
                        tellings == null
                                ? 0
                                : tellings.getOrDefault(Reader.CARER.code(), List.of()).size();
            }
            for (String page : Set.of("answer", "front")) {
                templates.process(page, NO_PART, new Context(Locale.ENGLISH));
            }
        } catch (RuntimeException unusable) {
            LOG.warn("The first pages will take longer: {}", unusable.toString());
        }
        return told;
    }
}
