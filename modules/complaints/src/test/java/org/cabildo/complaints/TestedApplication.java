// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

/** The application of this module's tests, for those that start it themselves. */
public final class TestedApplication {

    public static final Class<?> TYPE = ComplaintsApplication.class;

    private TestedApplication() {}
}
