// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class Label;

/// A received file to read: text piece by piece, so that its length does not matter. Says so if it is no text.
class FileViewer : public QWidget {
    Q_OBJECT
public:
    static constexpr qint64 pieceBytes = qint64{256} * 1024;

    explicit FileViewer(QWidget *parent = nullptr);

    /// Empty: nothing to show.
    void present(const QString &path);

private:
    struct Piece;
    static Piece readPiece(const QString &path, qint64 index);
    void turnTo(qint64 index);
    void show(const Piece &piece);

    QString path_;
    qint64 index_ = 0;
    Label *remark_;
    QPlainTextEdit *text_;
    QWidget *turning_;
    QPushButton *earlier_;
    Label *place_;
    QPushButton *later_;
};

} // namespace ui
