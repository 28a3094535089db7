// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.sql.SQLException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.cabildo.platform.data.TenantBusy;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.FileStoreException;
import org.cabildo.platform.outbound.AddressRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * What a failure that nobody handled means to whoever asked.
 *
 * @param status the answer's status
 * @param message key of words that say what to do, or empty when the status's own words will do
 * @param arguments of the message
 */
record Failure(int status, String message, Object... arguments) {

    private static final int DEEPEST = 12;

    /** The meaning of a failure or of one of its causes; empty for one that only the programmers understand. */
    static Optional<Failure> of(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable at = failure; at != null && depth < DEEPEST; at = at.getCause()) {
            Optional<Failure> meaning = meaning(at);
            if (meaning.isPresent()) {
                return meaning;
            }
            depth++;
        }
        return Optional.empty();
    }

    /** Whether the database is away or overloaded, so that trying again may help. */
    static boolean outage(@Nullable Throwable failure) {
        return of(failure).filter(meaning -> meaning.status() == 503).isPresent();
    }

    private static Optional<Failure> meaning(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case MaxUploadSizeExceededException large -> new Failure(413, "");
                    case InvalidParameterException unreadable ->
                        new Failure(unreadable.getErrorCode() == 413 ? 413 : 400, "");
                    case FileRefused refused -> new Failure(422, refused.messageKey(), refused.arguments());
                    case AddressRefused refused -> new Failure(422, refused.messageKey());
                    case FileStoreException store -> stored(store);
                    case TenantBusy busy -> new Failure(503, "platform.error.busy");
                    case CannotCreateTransactionException away -> new Failure(503, "");
                    case DataAccessResourceFailureException away -> new Failure(503, "");
                    case RecoverableDataAccessException away -> new Failure(503, "");
                    case QueryTimeoutException slow -> new Failure(503, "platform.error.busy");
                    case TransientDataAccessException busy -> new Failure(503, "platform.error.busy");
                    case SQLException database -> away(database) ? new Failure(503, "") : null;
                    default -> null;
                });
    }

    private static Failure stored(FileStoreException failure) {
        return switch (failure.reason()) {
            case FULL -> new Failure(507, "");
            case INCOMPLETE -> new Failure(400, "platform.error.incomplete");
            case UNAVAILABLE -> new Failure(503, "platform.error.files");
        };
    }

    /** Connection lost or refused (class 08), server going down or coming up (57P), too many connections (53). */
    private static boolean away(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}
