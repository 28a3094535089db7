// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cabildo.platform.SiteKind;

/**
 * Who may call a handler. Every handler of the application states it, on the method or on its class; one that does not
 * stops the start. Enforced before the handler runs: anonymous people are sent to sign in (pages) or get 401 (APIs),
 * signed-in people without the right get 403, and a handler on a site of another kind answers 404.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {

    /** The people it is for. */
    Audience value();

    /** The permission that staff need, for instance {@code news.publish}; empty when being staff is enough. */
    String permission() default "";

    /** The kinds of site on which it exists. */
    SiteKind[] on() default {SiteKind.MUNICIPALITY, SiteKind.NETWORK};

    /** Circles of people, each a part of the one before. */
    enum Audience {
        PUBLIC,
        SIGNED_IN,
        STAFF,
        OPERATOR
    }
}
