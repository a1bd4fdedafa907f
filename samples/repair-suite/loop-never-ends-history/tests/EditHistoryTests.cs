using Editing;

public static class EditHistoryTests
{
    public static void The_newest_edit_is_undone_first()
    {
        var history = new EditHistory();
        history.Add("a");
        history.Add("b");
        history.Add("c");
        Check.Equal("cba", string.Concat(history.ToUndo()));
    }

    public static void Nothing_is_undone_without_edits() => Check.Equal(0, new EditHistory().ToUndo().Count);
}
