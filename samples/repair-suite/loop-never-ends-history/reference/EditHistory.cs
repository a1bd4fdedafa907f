namespace Editing;

public sealed class EditHistory
{
    private readonly List<string> _edits = [];

    public void Add(string edit) => _edits.Add(edit);

    /// <summary>The edits in the order in which they are undone: the newest first.</summary>
    public IReadOnlyList<string> ToUndo()
    {
        var undo = new List<string>();
        for (var i = _edits.Count - 1; i >= 0; i--)
            undo.Add(_edits[i]);
        return undo;
    }
}
