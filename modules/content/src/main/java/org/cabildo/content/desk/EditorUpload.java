// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cabildo.content.Article.Attached;
import org.cabildo.content.FileLibrary;
import org.cabildo.content.FileLibrary.Item;
import org.cabildo.content.FileLibrary.LibraryFull;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** A file that is sent from a form. Not shared: it remembers what went wrong. */
final class EditorUpload {

    static final String FILE = "upload";
    private static final int LONGEST = 300;

    private final FileLibrary files;
    private final View view;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private String message = "";

    EditorUpload(FileLibrary files, View view) {
        this.files = files;
        this.view = view;
    }

    /** Whether the button for sending a file was pressed. */
    static boolean wanted(HttpServletRequest request) {
        return "upload".equals(request.getParameter("do"));
    }

    Map<String, String> errors() {
        return errors;
    }

    /** What was done, or nothing. */
    String message() {
        return message;
    }

    /** Adds the file to the library and to the form, in the way that was chosen. */
    ArticleForm into(ArticleForm form, HttpServletRequest request) {
        Item item = add(request);
        if (item == null) {
            return form;
        }
        String use = String.valueOf(request.getParameter("uploadUse"));
        message = view.msg("content.edit.uploaded", item.name());
        if (!item.picture() && !use.equals("text")) {
            return form.withAttached(
                    new Attached(item.name(), item.description().isEmpty() ? item.name() : item.description()));
        }
        if (use.equals("image")) {
            return form.withImage(item.name());
        }
        return form.withBody((form.body() + "\n\n" + item.markdown()).strip());
    }

    /** Adds the file to the library; null with an error when it is not let in. */
    @Nullable
    Item add(HttpServletRequest request) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = multipart == null ? null : multipart.getFile(FILE);
        String description = Objects.requireNonNullElse(request.getParameter("uploadDescription"), "")
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .strip();
        if (file == null || file.isEmpty()) {
            errors.put(FILE, view.msg("content.files.error.none"));
            return null;
        }
        if (description.isEmpty() || description.length() > LONGEST) {
            errors.put("uploadDescription", view.msg("content.files.error.description"));
            return null;
        }
        try {
            return files.add(view.site(), IncomingFile.of(file), description, Objects.requireNonNull(view.actor()));
        } catch (FileRefused refused) {
            errors.put(FILE, view.msg(refused.messageKey(), refused.arguments()));
        } catch (LibraryFull full) {
            errors.put(FILE, view.msg("content.files.error.full"));
        }
        return null;
    }
}
