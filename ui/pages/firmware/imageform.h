// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/firmware/imagerow.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Label;

/// What is in a form that was left.
struct ImageDraft {
    QString path{}; ///< of the file of a new one
    store::FirmwareImage image{};
};

/// One firmware image: for which stations it is, what it brings, and its signature.
class ImageForm : public QWidget {
    Q_OBJECT
public:
    explicit ImageForm(QWidget *parent = nullptr);

    /// A new one, of this file.
    void begin(const QString &path);
    void edit(const ImageRow &row);
    /// The edited one as it is by now: shown, unless the person has begun to change it.
    void refresh(const ImageRow &row);
    /// 0: a new one.
    [[nodiscard]] qint64 editedId() const { return image_.id; }
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] ImageDraft draft() const { return {path_, entered()}; }
    void resume(const ImageDraft &draft);
    /// What is in the form is nobody's concern any more.
    void settle();
    /// The new one that was settled is still wanted.
    void unsettle();
    /// Saving has ended, well or not.
    void release();

signals:
    /// `path` is empty unless the image is new.
    void submitted(const QString &path, const store::FirmwareImage &image);
    void updateRequested(qint64 image);
    void removeRequested(const store::FirmwareImage &image);
    void closeRequested();

private:
    QWidget *buildHeader();
    QWidget *buildFields();
    QWidget *buildButtons();
    QLineEdit *addLine(QFormLayout &form, const QString &title, const QString &help, const QString &placeholder);
    QPlainTextEdit *addBlock(QFormLayout &form, const QString &title, const QString &help, const QString &placeholder);
    void fill(const store::FirmwareImage &image);
    void show(const store::FirmwareImage &image);
    [[nodiscard]] store::FirmwareImage entered() const;
    [[nodiscard]] bool check();
    void submit();

    QString path_; ///< of a new one
    store::FirmwareImage image_;
    Label *title_;
    Label *facts_;
    QLineEdit *name_;
    QLineEdit *version_;
    QLineEdit *vendor_;
    QLineEdit *model_;
    QPlainTextEdit *signature_;
    QPlainTextEdit *certificate_;
    Label *complaint_;
    QPushButton *save_;
    QPushButton *update_;
    QPushButton *remove_;
};

} // namespace ui
