package oropos.terminology;

/// Sex as MeSH check tags know it.
public enum Sex {
    FEMALE,
    MALE
}
