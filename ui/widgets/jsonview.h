// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace ui {

/// JSON to read and copy, with names, texts and numbers told apart.
class JsonView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit JsonView(const QString &accessibleName, QWidget *parent = nullptr);
    void present(const QString &json);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Highlighter;
    Highlighter *highlighter_;
};

} // namespace ui
