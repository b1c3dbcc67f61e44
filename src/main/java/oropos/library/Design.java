package oropos.library;

/// What kind of work a source is, from its publication types and its own words together.
public enum Design {
    PRACTICE_GUIDELINE("practice guideline", Group.GUIDELINES),
    POSITION("position or consensus statement", Group.GUIDELINES),
    REGULATOR("regulator's decision", Group.GUIDELINES),
    SYSTEMATIC_REVIEW("systematic review", Group.REVIEWS),
    RANDOMISED_TRIAL("randomised trial", Group.TRIALS),
    CONTROLLED_TRIAL("controlled trial, not randomised", Group.TRIALS),
    SINGLE_ARM_TRIAL("trial without a control group", Group.TRIALS),
    COHORT("cohort study", Group.OTHER),
    CASE_CONTROL("case-control study", Group.OTHER),
    CROSS_SECTIONAL("cross-sectional study", Group.OTHER),
    DIAGNOSTIC("diagnostic accuracy study", Group.OTHER),
    CASE_SERIES("case series", Group.OTHER),
    CASE_REPORT("case report", Group.OTHER),
    NARRATIVE_REVIEW("review", Group.OTHER),
    DRUG_LABEL("drug label", Group.OTHER),
    TEXTBOOK("textbook", Group.OTHER),
    PATIENT_INFORMATION("information for patients", Group.OTHER),
    LABORATORY("laboratory or animal study", Group.OTHER),
    OPINION("opinion", Group.OTHER),
    BOARD_OVERVIEW("board overview", Group.OTHER),
    UNSTATED("design not stated", Group.OTHER);

    /// The heading under which references stand.
    public enum Group {
        GUIDELINES("Guidelines, positions, regulators"),
        REVIEWS("Systematic reviews"),
        TRIALS("Trials"),
        OTHER("Other research and texts");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }
    }

    private final String words;
    private final Group group;

    Design(String words, Group group) {
        this.words = words;
        this.group = group;
    }

    public String words() {
        return words;
    }

    public Group group() {
        return group;
    }

    /// Whether such a text tells of people who were studied. Others mention many groups without being
    /// about them, so only their titles and tags are read for a population.
    public boolean isStudyOfPeople() {
        return switch (this) {
            case SYSTEMATIC_REVIEW,
                    RANDOMISED_TRIAL,
                    CONTROLLED_TRIAL,
                    SINGLE_ARM_TRIAL,
                    COHORT,
                    CASE_CONTROL,
                    CROSS_SECTIONAL,
                    DIAGNOSTIC,
                    CASE_SERIES,
                    CASE_REPORT,
                    UNSTATED ->
                    true;
            case PRACTICE_GUIDELINE,
                    POSITION,
                    REGULATOR,
                    NARRATIVE_REVIEW,
                    DRUG_LABEL,
                    TEXTBOOK,
                    PATIENT_INFORMATION,
                    LABORATORY,
                    OPINION,
                    BOARD_OVERVIEW ->
                    false;
        };
    }
}
