// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace ui {

/// A table with its detail as a panel at the right (or below): resizable, remembered, closed by Esc. Closing gives the
/// focus back to the table.
class MasterDetail : public QSplitter {
    Q_OBJECT
public:
    /// `firstExtent`: px of the detail before the person has chosen, in a window of 1280; more in a wider one.
    MasterDetail(QWidget *master, QWidget *detail, const QString &settingsKey, QWidget *parent = nullptr,
                 Qt::Orientation orientation = Qt::Horizontal, int firstExtent = 440);
    ~MasterDetail() override;

    [[nodiscard]] bool isDetailOpen() const;
    void openDetail();
    void closeDetail();
    /// The detail takes the whole room until this is undone or it is closed.
    void setDetailAlone(bool alone);

signals:
    void detailClosed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int firstExtentIn(int extent) const;

    QString settingsKey_;
    int firstExtent_; ///< px along the orientation
    int chosenExtent_; ///< likewise; 0: the person has not chosen
};

} // namespace ui
