package oropos.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import oropos.people.Role;

/// Whom a page admits. Stands at the method, or at the class for all its methods; a method without it
/// admits nobody, so that a page is never open by having been forgotten.
///
/// `@Admits(anyone = true)` is for readers, `@Admits` for whoever signed in, and
/// `@Admits(Role.APPROVER)` for whoever holds one of the roles. The row of each address in
/// `access.tsv` says the same once more, and a test compares the two.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface Admits {

    /// Roles of which one is needed; none for whoever signed in.
    Role[] value() default {};

    /// Also who did not sign in.
    boolean anyone() default false;

    /// Only who showed within the last minutes who they are ([oropos.people.Session#FRESH]).
    boolean fresh() default false;
}
