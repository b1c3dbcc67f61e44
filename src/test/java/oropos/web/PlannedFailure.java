package oropos.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// A failure a test asks for: what the desk logs of it is heard here and not printed, so that an alarm
/// among the lines of a passing test is one.
final class PlannedFailure implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger(Desk.class);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    PlannedFailure() {
        heard.start();
        logger.addAppender(heard);
        logger.setAdditive(false);
    }

    List<String> logged() {
        return List.copyOf(heard.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(heard);
        logger.setAdditive(true);
    }
}
