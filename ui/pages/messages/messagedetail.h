// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/frames.h"

#include <QWidget>

class QSplitter;

namespace ui {

class CopyButton;
class DecodedTree;
class ElidedLabel;
class JsonView;
class Label;

/// One message: what it is, what it means, and how it came over the wire, with what was wrong with it.
class MessageDetail : public QWidget {
    Q_OBJECT
public:
    explicit MessageDetail(QWidget *parent = nullptr);

    /// `pairText`: what is known of the other half, "answered after 42 ms".
    void present(const store::FrameRow &frame, const QString &pairText);

signals:
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHeader();

    Label *title_;
    ElidedLabel *facts_;
    Label *finding_;
    QWidget *findingRow_;
    QSplitter *views_;
    DecodedTree *decoded_;
    JsonView *raw_;
    CopyButton *copy_;
};

} // namespace ui
