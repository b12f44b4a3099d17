using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// One prepared INSERT for very many rows of an entity, in the context's transaction: many times faster than change
/// tracking. Columns and conversions come from the model. Navigations are not followed.
/// </summary>
internal sealed class PreparedInsert<TEntity> : IAsyncDisposable where TEntity : class
{
    private readonly DbCommand _command;
    private readonly List<(PropertyInfo Property, Func<object?, object?> Convert, DbParameter Parameter)> _values = [];
    private readonly DbParameter? _parent;
    private readonly bool _hasId;

    /// <param name="db">Within a transaction.</param>
    /// <param name="parent">Property that is given with each row instead of being read from it.</param>
    public PreparedInsert(BillingDb db, string? parent = null)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = db.GetService<ISqlGenerationHelper>();
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var columns = new List<string>();
        foreach (var property in entity.GetProperties())
        {
            if (property.ValueGenerated == ValueGenerated.OnAdd)
            {
                _hasId = true;
                continue;
            }

            var parameter = _command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{columns.Count}");
            _command.Parameters.Add(parameter);
            columns.Add(sql.DelimitIdentifier(property.GetColumnName(table)!));
            if (property.Name == parent)
            {
                _parent = parameter;
            }
            else
            {
                _values.Add((property.PropertyInfo!, property.GetTypeMapping().Converter?.ConvertToProvider ?? (value => value), parameter));
            }
        }

        var values = string.Join(", ", _command.Parameters.Cast<DbParameter>().Select(parameter => parameter.ParameterName));
        // The names are the model's own.
#pragma warning disable CA2100
        _command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) VALUES ({values})"
            + (_hasId ? $" RETURNING {sql.DelimitIdentifier("Id")}" : "");
#pragma warning restore CA2100
    }

    /// <returns>The new row's id; zero when the entity has no generated one.</returns>
    public async Task<long> AddAsync(TEntity entity, CancellationToken cancellationToken, long parentId = 0)
    {
        foreach (var (property, convert, parameter) in _values)
        {
            parameter.Value = property.GetValue(entity) is { } value ? convert(value) : DBNull.Value;
        }

        if (_parent is not null)
        {
            _parent.Value = parentId;
        }

        if (_hasId)
        {
            return (long)(await _command.ExecuteScalarAsync(cancellationToken))!;
        }

        await _command.ExecuteNonQueryAsync(cancellationToken);
        return 0;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
