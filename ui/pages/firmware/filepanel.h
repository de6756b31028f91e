// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/firmware/enginefolder.h"
#include "ui/pages/firmware/filerow.h"

#include <QWidget>

class QPushButton;

namespace ui {

class FileViewer;
class Label;
class MarkView;

/// One file of a station: how it stands, what it says, and where to save it.
class FilePanel : public QWidget {
    Q_OBJECT
public:
    explicit FilePanel(const EngineFolder &folder, QWidget *parent = nullptr);

    void present(const FileRow &row);
    [[nodiscard]] const FileRow &row() const { return row_; }
    /// Where it is on this machine; empty: it is not.
    [[nodiscard]] QString path() const;

signals:
    void saveRequested(const QString &path, const QString &name);
    void askAgainRequested(const store::StationFile &file);
    void removeRequested(const store::StationFile &file);
    void closeRequested();

private:
    QWidget *buildHeader();
    QWidget *buildButtons();

    const EngineFolder folder_;
    const QString node_;
    FileRow row_;
    Label *title_;
    MarkView *mark_;
    Label *state_;
    Label *sentence_;
    Label *reason_;
    QPushButton *save_;
    QPushButton *again_;
    QPushButton *remove_;
    FileViewer *viewer_;
};

} // namespace ui
