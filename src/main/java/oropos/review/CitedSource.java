package oropos.review;

/// A source a version rests on, as it stood when the version was made.
///
/// @param standing code of its standing then
/// @param claims how many claims cite it
/// @param bottomLine whether one of them stands at the head or in the card
/// @param year of publication, 0 where unknown
public record CitedSource(
        String work,
        String source,
        String title,
        String standing,
        int claims,
        boolean bottomLine,
        int year,
        String textKind) {}
