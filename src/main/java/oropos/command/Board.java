package oropos.command;

import java.nio.file.Path;
import oropos.ledger.Ledger;
import oropos.people.People;

/// The rooms of those who work on articles, on one data folder, with the ledger that is told of it.
/// Several processes may have them open: a command works beside a running server.
record Board(Ledger ledger, People people) implements AutoCloseable {

    /// Opens them; makes what is not there yet. The folder is there already.
    static Board open(Path data) {
        return open(data, People.WINDOW);
    }

    /// @param interestYears for how many years an interest counts
    static Board open(Path data, int interestYears) {
        Ledger ledger = Ledger.open(data);
        try {
            return new Board(ledger, People.open(data, ledger, interestYears));
        } catch (RuntimeException failure) {
            ledger.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        people.close();
        ledger.close();
    }
}
